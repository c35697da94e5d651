// The ladder and the levels of the published samples that are measured, and the pages that a visit may begin with.

export const LADDER = "customer-engineering";
export const LEVELS = ["customer-engineer", "senior-engineer"];

export const FIRST_PAGES = [
  ["start", ""],
  ["a ladder", `ladders/${LADDER}/`],
  ["a level", `ladders/${LADDER}/${LEVELS[1]}/`],
  ["a comparison", `compare/${LADDER}/${LEVELS.join("/")}/`],
  ["an assessment", `assess/${LADDER}/`],
];
