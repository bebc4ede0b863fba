/** First and last calendar date that a record may have, both inclusive. */
export const firstDate = "1900-01-01";
export const lastDate = "2999-12-31";
