// Once before all stories.
import { loadTemplates } from "./site.js";

export default loadTemplates;
