package dev.cairn.codec.internal;

import dev.cairn.codec.Tree;
import dev.cairn.codec.TreeConversionException;
import org.jspecify.annotations.Nullable;

/** What is said when a tree does not describe a value. */
public final class TreeErrors {
    private TreeErrors() {}

    public static TreeConversionException notA(Tree tree, String type) {
        return notA(tree, type, null);
    }

    public static TreeConversionException notA(Tree tree, String type, @Nullable Throwable cause) {
        return new TreeConversionException(tree.text(3) + " is not " + withArticle(type), cause);
    }

    public static String withArticle(String noun) {
        boolean vowel = "AEIOaeio".indexOf(noun.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + noun;
    }
}
