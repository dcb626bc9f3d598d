package dev.cairn.codec.library;

import java.io.Serial;
import java.io.Serializable;

/** As libraries do it: what is stored of it is a class that only the library can name. */
public final class Word implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient String text;

    /** What else it holds. */
    public Serializable extra;

    public Word(String text) {
        this.text = text;
    }

    @Serial
    private Object writeReplace() {
        return new Proxy(text, extra);
    }

    @Override
    public String toString() {
        return text;
    }

    static final class Proxy implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final String text;
        private final Serializable extra;

        Proxy(String text, Serializable extra) {
            this.text = text;
            this.extra = extra;
        }

        @Serial
        private Object readResolve() {
            Word word = new Word(text);
            word.extra = extra;
            return word;
        }
    }
}
