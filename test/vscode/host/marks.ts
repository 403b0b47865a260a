/** Stands before each line that the suite prints, so that the host can tell it from the workbench's own. */
export const SUITE = '[suite]';
/** Printed before the first test. */
export const BEGIN = 'suite begins';
/** Printed after the last test, followed by 0 or 1: an extension host that ends without it has crashed. */
export const END = 'suite ends';
/** The environment variable that names the suite to the file the extension host loads in its place. */
export const TESTS_PATH = 'BLUE_PENCIL_TESTS_PATH';
