-- What drizzle-kit does not generate: reviewed by hand.
--
-- Rows stored before are brought to the foldings that the program writes from now on: letters that have two spellings are
-- found by both (ø by oe and o, å by a and aa, on plates and in numbers too), and letters that were left as they are
-- (ı, ħ …) lose what sets them apart. Only rows that have such letters are touched. The former version of the program goes
-- on working on them: it finds more.

-- A text without the marks and letters that no question has, in small letters, whatever the locale of the database.
CREATE FUNCTION pg_temp.bare(spelled text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(replace(replace(replace(replace(replace(
    translate(lower(regexp_replace(normalize(spelled, NFD), '[\u0300-\u036f]', '', 'g')), 'ŁÐÞÆŒØĦŊŦĲẞłðıħŋŧſς', 'ldþæœøhntĳßldihntsσ'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'ø', 'oe'), 'þ', 'th'), 'ĳ', 'ij')
$$;--> statement-breakpoint

-- Letters that the former version left as they are, in a text that it folded.
CREATE FUNCTION pg_temp.mended(folded text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(translate(folded, 'ıħŋŧſςə', 'ihntsσa'), 'ĳ', 'ij')
$$;--> statement-breakpoint

-- The foldings of a text, that of a question first: each twofold letter is spelled one way throughout; eight at most.
CREATE FUNCTION pg_temp.foldings(original text) RETURNS TABLE (folded text, place bigint) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  twofold constant text[] := array['ä', 'ö', 'ü', 'ø', 'å', 'đ', 'ə'];
  asked constant text[] := array['ae', 'oe', 'ue', 'oe', 'a', 'd', 'a'];
  other constant text[] := array['a', 'o', 'u', 'o', 'aa', 'dj', 'e'];
  small text := translate(normalize(original, NFC), 'ÄÖÜØÅĐƏ', 'äöüøåđə');
  present int[] := array(
    SELECT i FROM generate_subscripts(twofold, 1) i WHERE strpos(small, twofold[i]) > 0 ORDER BY strpos(small, twofold[i]));
  ways int := 1 << cardinality(present);
  way int;
  letter int;
  spelled text;
BEGIN
  -- Bit by bit: whether the letter is spelled the other way. All one way and all the other before what is mixed.
  FOR way IN SELECT w FROM generate_series(0, ways - 1) w ORDER BY w NOT IN (0, ways - 1), w LIMIT 8 LOOP
    spelled := small;
    FOR bit IN 1 .. cardinality(present) LOOP
      letter := present[bit];
      spelled := replace(spelled, twofold[letter],
        CASE WHEN way & (1 << (bit - 1)) = 0 THEN asked[letter] ELSE other[letter] END);
    END LOOP;
    folded := pg_temp.bare(spelled);
    place := coalesce(place, 0) + 1;
    RETURN NEXT;
  END LOOP;
END $$;--> statement-breakpoint

-- Words of a text that has twofold letters: what lies between is every ASCII and Latin-1 sign, general punctuation and
-- CJK's blank.
CREATE FUNCTION pg_temp.words(original text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_remove(regexp_split_to_array(normalize(original, NFC),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u3000]+'), '')
$$;--> statement-breakpoint

DO $$
DECLARE
  twofold constant text := '[äöüøåđəÄÖÜØÅĐƏ]|[aouAOU][\u0308\u030a]';
  unfolded constant text := '[ıħŋŧſςəĳ]';
  tenant uuid;
BEGIN
  -- The policies hold for the owner too, so one enterprise after another; sign-in knows them all. In another encoding than
  -- UTF-8 there are no letters to tell apart: what is stored there is found as before.
  FOR tenant IN SELECT id::uuid FROM auth.organization WHERE getdatabaseencoding() = 'UTF8' LOOP
    PERFORM set_config('app.enterprise_id', tenant::text, true);

    -- Letters that were left as they are.
    INSERT INTO search_term (enterprise_id, kind, term, target)
      SELECT enterprise_id, kind, left(pg_temp.mended(term), 100), target FROM search_term
      WHERE enterprise_id = tenant AND kind IN (2, 3, 4) AND term ~ unfolded ON CONFLICT DO NOTHING;
    DELETE FROM search_term WHERE enterprise_id = tenant AND kind IN (2, 3, 4) AND term ~ unfolded;
    UPDATE party SET sort_name = pg_temp.mended(sort_name) WHERE enterprise_id = tenant AND sort_name ~ unfolded;
    UPDATE vehicle SET sort_name = pg_temp.mended(sort_name), plate_folded = pg_temp.mended(plate_folded)
      WHERE enterprise_id = tenant AND (sort_name ~ unfolded OR plate_folded ~ unfolded);
    UPDATE contract SET words = pg_temp.mended(words), holder_sort = pg_temp.mended(holder_sort),
        vehicle_sort = pg_temp.mended(vehicle_sort), plate_folded = pg_temp.mended(plate_folded)
      WHERE enterprise_id = tenant
        AND (words ~ unfolded OR holder_sort ~ unfolded OR vehicle_sort ~ unfolded OR plate_folded ~ unfolded);
    -- Two providers that are told apart by such a letter alone stay as they are: both have their name already.
    UPDATE provider p SET sort_name = pg_temp.mended(sort_name)
      WHERE enterprise_id = tenant AND sort_name ~ unfolded AND NOT EXISTS (
        SELECT FROM provider other WHERE other.enterprise_id = tenant AND other.provider_id <> p.provider_id
          AND pg_temp.mended(other.sort_name) = pg_temp.mended(p.sort_name));

    -- Names, on the contracts that their parties hold too.
    INSERT INTO search_term (enterprise_id, kind, term, target)
      SELECT tenant, 3, left(f.folded, 100), p.party_id
      FROM party p, unnest(pg_temp.words(p.name)) word, pg_temp.foldings(word) f
      WHERE p.enterprise_id = tenant AND p.name ~ twofold AND word ~ twofold ON CONFLICT DO NOTHING;
    UPDATE contract c SET words = c.words || added.words
      FROM contract held, party p, LATERAL (
        SELECT string_agg(DISTINCT ' ' || f.folded, '') AS words
        FROM unnest(pg_temp.words(p.name)) word, pg_temp.foldings(word) f
        WHERE word ~ twofold AND strpos(held.words || ' ', ' ' || f.folded || ' ') = 0) added
      WHERE c.enterprise_id = tenant AND held.enterprise_id = tenant AND held.contract_id = c.contract_id
        AND p.enterprise_id = tenant AND p.party_id = held.holder_id AND p.name ~ twofold AND added.words IS NOT NULL;

    -- Numbers, from the start of each word to the end.
    INSERT INTO search_term (enterprise_id, kind, term, target)
      SELECT tenant, 4, left(f.folded, 100), c.contract_id
      FROM contract c, pg_temp.words(c.contract_number) part, generate_subscripts(part, 1) start,
        pg_temp.foldings(array_to_string(part[start:], '')) f
      WHERE c.enterprise_id = tenant AND c.contract_number ~ twofold ON CONFLICT DO NOTHING;
    UPDATE contract c SET words = c.words || added.words
      FROM contract numbered, LATERAL (
        SELECT string_agg(DISTINCT ' ' || f.folded, '') AS words
        FROM pg_temp.words(numbered.contract_number) part, generate_subscripts(part, 1) start,
          pg_temp.foldings(array_to_string(part[start:], '')) f
        WHERE strpos(numbered.words || ' ', ' ' || f.folded || ' ') = 0) added
      WHERE c.enterprise_id = tenant AND numbered.enterprise_id = tenant AND numbered.contract_id = c.contract_id
        AND numbered.contract_number ~ twofold AND added.words IS NOT NULL;

    -- Plates, and every part of them of three characters or more.
    UPDATE vehicle v SET plate_folded = (
        SELECT string_agg(f.folded, ' ' ORDER BY f.place)
        FROM pg_temp.foldings(array_to_string(pg_temp.words(v.license_plate), '')) f)
      WHERE v.enterprise_id = tenant AND v.license_plate ~ twofold;
    UPDATE contract c SET plate_folded = v.plate_folded
      FROM vehicle v
      WHERE c.enterprise_id = tenant AND v.enterprise_id = tenant AND v.vehicle_id = c.vehicle_id
        AND v.license_plate ~ twofold AND c.plate_folded IS DISTINCT FROM v.plate_folded;
    INSERT INTO search_term (enterprise_id, kind, term, target)
      SELECT tenant, 2, substr(f.folded, start), v.vehicle_id
      FROM vehicle v, pg_temp.foldings(array_to_string(pg_temp.words(v.license_plate), '')) f,
        generate_series(1, length(f.folded) - 2) start
      WHERE v.enterprise_id = tenant AND v.license_plate ~ twofold ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM set_config('app.enterprise_id', '', true);
END $$;
