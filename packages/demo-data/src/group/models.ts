/** What a group sells and looks after. */
export type DemoModel = {
  make: string;
  model: string;
  variant: string;
  fuel: "petrol" | "diesel" | "hybrid" | "plug-in hybrid" | "electric";
  kind: "car" | "van" | "truck";
  /** Positions 1 to 9 of its VINs; position 9 is computed where the region requires it. */
  vinBegins: string;
  plant: string;
  /** Months of the manufacturer's warranty. */
  warrantyMonths: 24 | 36 | 60 | 84;
};

const model = (
  make: string,
  model: string,
  variant: string,
  fuel: DemoModel["fuel"],
  vinBegins: string,
  plant: string,
  warrantyMonths: DemoModel["warrantyMonths"] = 36,
  kind: DemoModel["kind"] = "car",
): DemoModel => ({ make, model, variant, fuel, kind, vinBegins, plant, warrantyMonths });

export const cars: readonly [DemoModel, ...DemoModel[]] = [
  model("Volkswagen", "Golf", "1.5 eTSI Style", "petrol", "WVWZZZCDZ", "W"),
  model("Volkswagen", "Polo", "1.0 TSI Life", "petrol", "WVWZZZAWZ", "Y"),
  model("Volkswagen", "ID.3", "Pro S", "electric", "WVWZZZE1Z", "P"),
  model("Audi", "A3 Sportback", "35 TFSI", "petrol", "WAUZZZGY0", "A"),
  model("Audi", "Q4 e-tron", "40", "electric", "WAUZZZFZ4", "P"),
  model("Škoda", "Octavia Estate", "2.0 TDI", "diesel", "TMBJJ7NX0", "Y"),
  model("Škoda", "Enyaq", "80", "electric", "TMBJC7NY2", "F"),
  model("BMW", "320d", "Touring", "diesel", "WBA6N1105", "F"),
  model("BMW", "i4", "eDrive40", "electric", "WBY71AW08", "F"),
  model("Mercedes-Benz", "C 220 d", "Avantgarde", "diesel", "W1K206004", "F"),
  model("Ford", "Kuga", "2.5 PHEV", "plug-in hybrid", "WF0FXXWPM", "H"),
  model("Ford", "Fiesta", "1.0 EcoBoost", "petrol", "WF0JXXGAH", "J"),
  model("Renault", "Megane E-Tech", "EV60", "electric", "VF1RCB003", "7", 60),
  model("Renault", "Clio", "TCe 90", "petrol", "VF1RJA003", "6", 60),
  model("Nissan", "Leaf", "40 kWh", "electric", "SJNFAAZE1", "U"),
  model("Nissan", "Qashqai", "1.3 DIG-T", "petrol", "SJNTAAJ12", "U"),
  model("Hyundai", "Tucson", "1.6 HEV", "hybrid", "TMAJC813D", "J", 60),
  model("Hyundai", "Ioniq 5", "77 kWh", "electric", "KMHKR81CP", "U", 60),
  model("Kia", "Sportage", "1.6 T-GDi", "petrol", "U5YPH81AB", "L", 84),
  model("Kia", "EV6", "GT-Line", "electric", "KNAC381AC", "5", 84),
  model("Toyota", "Corolla", "1.8 Hybrid", "hybrid", "SB1Z53BE8", "E"),
  model("Toyota", "Yaris", "1.5 Hybrid", "hybrid", "VNKKBAC30", "A"),
  model("Peugeot", "3008", "1.2 PureTech", "petrol", "VF3M45GYV", "S"),
  model("Peugeot", "e-208", "GT", "electric", "VR3UHZKXZ", "T"),
  model("Citroën", "C3", "PureTech 83", "petrol", "VF7SXHMZ6", "T"),
  model("Volvo", "XC40", "Recharge", "electric", "LYVXZEEV0", "L"),
  model("Polestar", "2", "Long Range", "electric", "LPSVSEDE0", "L"),
  model("MG", "MG4", "Trophy", "electric", "LSJWH4090", "N", 84),
  model("BYD", "Atto 3", "Comfort", "electric", "LC0CE4CB0", "0", 84),
  model("Tesla", "Model Y", "Long Range", "electric", "LRWYGCEK0", "C", 60),
  model("Ford", "Mustang", "5.0 V8 GT", "petrol", "1FA6P8CF0", "5"),
  model("Jeep", "Wrangler", "Rubicon", "petrol", "1C4HJXFN0", "W", 24),
];

export const vans: readonly [DemoModel, ...DemoModel[]] = [
  model("MAN", "TGE", "3.180 van", "diesel", "WMA03VUZ4", "9", 24, "van"),
  model("Volkswagen", "Transporter", "2.0 TDI T6.1", "diesel", "WV1ZZZ7HZ", "H", 24, "van"),
  model("Ford", "Transit Custom", "280 L1", "diesel", "WF0YXXTTG", "K", 36, "van"),
  model("Mercedes-Benz", "eVito", "112", "electric", "W1V447603", "3", 36, "van"),
];

export const trucks: readonly [DemoModel, ...DemoModel[]] = [
  model("MAN", "TGX", "18.510", "diesel", "WMA06XZZ6", "M", 24, "truck"),
  model("Volvo", "FH", "460 4x2", "diesel", "YV2RT40A3", "A", 24, "truck"),
  model("Mercedes-Benz", "Actros", "1845 LS", "diesel", "W1T963403", "0", 24, "truck"),
];

/** Cars from before VINs: the numbers follow the makers' customs of the day. */
export const classics = [
  { make: "MG", model: "MGB", variant: "GT", fuel: "petrol", year: 1972, number: "GHD5-29", digits: 4 },
  {
    make: "Volkswagen",
    model: "Käfer",
    variant: "1303",
    fuel: "petrol",
    year: 1973,
    number: "13320",
    digits: 5,
  },
  { make: "Volvo", model: "P1800", variant: "ES", fuel: "petrol", year: 1973, number: "184353.0", digits: 4 },
] as const;
