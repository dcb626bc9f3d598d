package dev.cairn.view.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is around the content of a page: its style, its script, and the policy that allows only these two, by their hashes. For one thread.
 */
final class PageFrame {
    private final Html html;
    private final String title;
    private final String script = resource("report.js");

    PageFrame(Html html, String title) {
        this.html = html;
        this.title = title;
    }

    /**
     * Begins the page.
     *
     * @param graphWidth how wide the graph is drawn at most, in pixels
     */
    void begin(int graphWidth) {
        String style = resource("report.css") + "svg.graph{width:100%;max-width:" + graphWidth + "px;min-width:"
                + graphWidth * 7 / 10 + "px}\n";
        html.open("html", "lang", "en").open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style));
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.open("meta", "name", "referrer", "content", "no-referrer");
        html.element("title", title);
        html.verbatim("style", style);
        html.close().open("body");
        html.element("a", "Skip to the content", "class", "skip", "href", "#main");
    }

    private String policy(String style) {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /** Ends the page with the data that its script shows. */
    void end(String data) {
        html.verbatim("script", data, "type", "application/json", "id", "data");
        html.verbatim("script", script);
        html.close().closeLine();
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String resource(String name) {
        try (InputStream input = PageFrame.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("the jar of cairn-view has no " + name);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
