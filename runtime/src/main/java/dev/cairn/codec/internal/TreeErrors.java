package dev.cairn.codec;

import org.jspecify.annotations.Nullable;

/** What is said when a tree does not describe a value. */
final class TreeErrors {
    private TreeErrors() {}

    static TreeConversionException notA(Tree tree, String type) {
        return notA(tree, type, null);
    }

    static TreeConversionException notA(Tree tree, String type, @Nullable Throwable cause) {
        return new TreeConversionException(tree.text(3) + " is not " + withArticle(type), cause);
    }

    static String withArticle(String noun) {
        boolean vowel = "AEIOaeio".indexOf(noun.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + noun;
    }
}
