/** What several parts of the page say alike. */
export const NOT_FETCHED = "This part of the page could not be fetched. Try again with a network.";
