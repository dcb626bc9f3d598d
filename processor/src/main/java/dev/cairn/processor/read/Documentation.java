package dev.cairn.processor.read;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the javadoc of an element into plain text: its first paragraph, on one line, without markup. */
final class Documentation {
    private static final Pattern END_OF_PARAGRAPH =
            Pattern.compile("\\n[ \\t]*\\n|<p>|<p/>|<ul>|<ol>|<pre>|<table|\\n[ \\t]*@");
    private static final Pattern LINK_WITH_LABEL =
            Pattern.compile("\\{@link(?:plain)?\\s+[^\\s}(]+(?:\\([^)]*\\))?\\s+([^}]+)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+#?([^}]+)}");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s*([^}]*)}");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]*>");

    private Documentation() {}

    /** The text of a comment, as the compiler gives it: without the asterisks. The empty string if there is none. */
    static String text(@Nullable String comment) {
        if (comment == null || comment.strip().startsWith("@")) {
            return "";
        }
        String text = END_OF_PARAGRAPH.split(comment.strip(), 2)[0];
        text = LINK_WITH_LABEL.matcher(text).replaceAll("$1");
        text = LINK.matcher(text)
                .replaceAll(link -> link.group(1).replace("#", ".").replace("$", "\\$"));
        text = INLINE_TAG.matcher(text).replaceAll("$1");
        text = HTML.matcher(text).replaceAll("");
        text = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return text.strip().replaceAll("\\s+", " ");
    }
}
