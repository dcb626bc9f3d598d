package dev.cairn.client;

/** Takes pathspecs apart. */
final class Pathspecs {
    private Pathspecs() {}

    static String[] split(String pathspec, String what, int parts, String example) {
        String[] split = pathspec.split("/", -1);
        if (split.length != parts) {
            throw new IllegalArgumentException(
                    "`" + pathspec + "` does not name " + what + ", which looks like " + example);
        }
        return split;
    }
}
