package dev.cairn.shown;

import dev.cairn.codec.ArtifactFormat;

/** Shows artifacts where there is nothing but the runtime; in a package of its own, for no other class may be found there. */
public final class TreeText {
    private TreeText() {}

    /** The text of the generic tree of an artifact. */
    public static String of(byte[] artifact, byte[] schema) {
        return ArtifactFormat.tree(artifact, hash -> schema).toString();
    }
}
