package dev.cairn.samples.words;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a row of the table of plain words says not to write. Immutable.
 *
 * @param row the left column of the row, as it is there
 * @param pattern what finds it; a word that is plain in other senses is found only in the sense that the row means
 * @param example a sentence in which it has to be found
 */
record Phrase(String row, Pattern pattern, String example) {
    /** One for each row, in the order of the table. */
    static final List<Phrase> ALL = List.of(
            phrase(
                    "way, on some ways, on no way",
                    "(?<!the same )(?<!in another )(?<!the other )\\bways?\\b",
                    "is not assigned on every way to it"),
            phrase("by way of `print`", "\\bby way of\\b", "is read in step `end` by way of `print`"),
            phrase(
                    "goes on with, leads on to",
                    "\\b(go|goes|going|went) on with\\b|\\bleads? on to\\b",
                    "step `right` goes on with `meat`"),
            phrase(
                    ".., which is not a step (artifact) of `F`",
                    "which is not an? (step|artifact) of",
                    "names `rate`, which is not an artifact of `Train`"),
            phrase(
                    "leaves the sight of the processor, leaks",
                    "sight of the processor|\\bleak(s|ed)?\\b(?!-)",
                    "`this` leaks in step `train`"),
            phrase("is taken to", "\\b(is|are|be) taken to\\b", "it is taken to assign every artifact"),
            phrase("lacks", "\\black(s|ed|ing)?\\b", "the processor path lacks the class `X`"),
            phrase(
                    "is no (file), there is none, it is none",
                    "(?<!there )\\b(is|are|was|were) no\\b(?! longer)|\\bthere (is|are) none\\b|\\b(it is|they are) none\\b",
                    "`x` is no run id"),
            phrase("be it `null`", "\\bbe it\\b", "assign it on every path, be it `null`"),
            phrase("chooses by, choose by", "\\bchoos(e|es|ing) by\\b", "step `route` chooses by `kind`"),
            phrase(
                    "no split (foreach) is open there",
                    "\\b(split|foreach) is open\\b",
                    "step `join` is a join, but no split is open there"),
            phrase("there is another X", "\\bthere is another\\b", "there is another step `train`"),
            phrase("in place of", "\\bin place of\\b", "make `mid` the join in place of `end`"),
            phrase(
                    "of its own",
                    "\\bof (its|their|one's|his|her|our|your|my) own\\b(?! (flow|run)\\b)",
                    "keep the new value in a field of its own"),
            phrase(
                    "other than in plain Java",
                    "\\bother than in plain\\b",
                    "`b` stays as it is, other than in plain Java"),
            phrase(
                    "else (before a clause)",
                    "(?<!(any|some|every)(thing|body|one) )(?<!(nothing|nobody|what|where|all) )(?-i:\\b[Ee]lse\\b)",
                    "else assign it after the merge"),
            phrase(
                    "hand on, hand out, give on",
                    "\\bhand(s|ed|ing)? (\\w+ ){0,2}(on|out)\\b|\\bgiv(e|es|en|ing) (it |them )?on\\b(?! the command line)",
                    "to hand its value on, remove `transient`"),
            phrase("look whether, ask whether", "\\b(look|ask)(s|ed|ing)? whether\\b", "look whether it is `null`"),
            phrase("holds on to", "\\bh[eo]lds? on to\\b", "an inner class, which holds on to its `Outer`"),
            phrase(
                    "take (a type, a name, a letter)",
                    "\\btak(e|es|en) (a |an |its |the |another |no )?(type|name|letter)s?\\b",
                    "take a letter, then letters or digits"),
            phrase("stands (on, in, for)", "\\b(stands?|stood|standing)\\b", "`~` stands for the home directory"),
            phrase(
                    "told, tell (of programs)",
                    "\\b(tells?|told|telling)\\b(?! (\\w+ )?apart)",
                    "the end of attempt 1 was told twice"),
            phrase("a mistake in Cairn", "\\bmistakes? in Cairn\\b", "this is a mistake in Cairn"),
            phrase("raises warnings (strict)", "\\brais(e|es|ed) warnings\\b", "`-Acairn.strict=true` raises warnings"),
            phrase(
                    "has gone over step `x` N times, came to its end",
                    "\\bgone over\\b|\\b(came|comes?) to (its|their|an) end\\b",
                    "the loop has gone over step `x` 1000 times"),
            phrase(
                    "does not begin like one",
                    "\\bnot begin like\\b",
                    "not a Cairn artifact: it does not begin like one"),
            phrase(
                    "of which this version knows nothing, does not know",
                    "\\bknows? nothing\\b|\\b(does|do|did) not know\\b",
                    "format version 3, of which this version knows nothing"),
            phrase(
                    "f64, i32, str (names in schemas)",
                    "\\b([fi](8|16|32|64)|str)\\b",
                    "stored as `f64`, which cannot be read as `int`"),
            phrase(
                    "was given up, gave up on",
                    "\\bg(ave|ive|iven|ives|iving) up\\b",
                    "the run was given up, because its datastore is gone"),
            phrase("does not answer", "\\b(does|do|did) not answer\\b", "the datastore `file:x` does not answer"),
            phrase(
                    "is over; (it can store no more)",
                    "\\b(is|are) over\\b(?=[;.,:)])",
                    "task `train/3` is over; it can store no more"),
            phrase("X is at least 1, not 0", "\\bis at least \\S+, not\\b", "`times` is at least 0, not -1"),
            phrase("claims more than there is", "\\bclaim(s|ed)?\\b", "a length claims more than there is"),
            phrase("for want of", "\\bfor want of\\b", "ended for want of memory"),
            phrase(
                    "cannot be named, be given as",
                    "\\bcannot be (named|called|given as)\\b",
                    "a flow cannot be named \"a b\""),
            phrase("beside", "\\bbeside\\b", "a class `TrainRunner` beside it"),
            phrase("makes anew, writes anew", "\\banew\\b", "`-Ddocs.renew=true` writes them anew"));

    private static Phrase phrase(String row, String pattern, String example) {
        return new Phrase(row, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), example);
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
