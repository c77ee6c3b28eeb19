package io.quittance.web.door;

/** Where to go after signing in: a path of this product, never another site's address. */
final class ReturnPath {

    private static final String HOME = "/";
    private static final int LONGEST = 2000;

    private ReturnPath() {
    }

    /** @return the path asked for if it is one of ours, else the start page */
    static String of(String asked) {
        boolean ours = asked != null
                && asked.length() <= LONGEST
                && asked.startsWith("/")
                && !asked.startsWith("//")
                && !asked.startsWith("/signin")
                && asked.indexOf('\\') < 0
                && asked.chars().noneMatch(Character::isISOControl);
        return ours ? asked : HOME;
    }
}
