package dev.cairn.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    /** Throws when it is asked for anything. */
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String toString() {
            throw new StackOverflowError();
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no trace");
        }
    }

    /** Returns null when it is asked for anything. */
    private static final class Void extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            return null;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }

    /** Has a new cause whenever it is asked. */
    private static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Endless() {
            super("again", null, false, false);
        }

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    private static StackTraceElement frame(String method) {
        return new StackTraceElement("com.acme.Flow", method, "Flow.java", 7);
    }

    private static <T extends Throwable> T with(T failure, StackTraceElement... frames) {
        failure.setStackTrace(frames);
        return failure;
    }

    @Test
    void whatAnOrdinaryExceptionSaysIsWhatJavaPrints() {
        Exception failure = new IllegalStateException("outer", new IllegalArgumentException("inner"));
        failure.addSuppressed(new IOException("closing"));
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));

        String trace = FailureText.trace(failure);

        // Java writes what is suppressed before the cause, and so does this
        assertThat(trace).isEqualTo(printed.toString());
        assertThat(FailureText.line(failure)).isEqualTo("java.lang.IllegalStateException: outer");
        assertThat(FailureText.message(failure)).isEqualTo("outer");
    }

    @Test
    void aHostileExceptionIsNamedByItsClass() {
        assertThat(FailureText.line(new Hostile()))
                .isEqualTo(Hostile.class.getName() + ": (its getMessage() throws java.lang.IllegalStateException)");
        assertThat(FailureText.message(new Hostile()))
                .isEqualTo("(its getMessage() throws java.lang.IllegalStateException)");
        assertThat(FailureText.trace(new Hostile()))
                .isEqualTo(Hostile.class.getName() + ": (its getMessage() throws java.lang.IllegalStateException)\n");
    }

    @Test
    void anExceptionThatReturnsNullIsNamedByItsClass() {
        assertThat(FailureText.trace(new Void())).isEqualTo(Void.class.getName() + "\n");
        assertThat(FailureText.message(new Void())).isEmpty();
    }

    @Test
    void causesWithoutEndAreLeftOut() {
        String again = Endless.class.getName() + ": again\n";

        assertThat(FailureText.trace(new Endless()))
                .isEqualTo(again + ("Caused by: " + again).repeat(7)
                        + "... and more causes, of which this is the last\nCaused by: " + again);
    }

    @Test
    void ofAThousandCausesTheFirstAndTheLastAreShown() {
        Throwable failure = with(new IllegalStateException("0"));
        for (int i = 1; i <= 50_000; i++) {
            failure = with(new IllegalStateException(String.valueOf(i), failure));
        }

        assertThat(FailureText.trace(failure).lines())
                .hasSize(10)
                .startsWith(
                        "java.lang.IllegalStateException: 50000", "Caused by: java.lang.IllegalStateException: 49999")
                .endsWith(
                        "... and more causes, of which this is the last",
                        "Caused by: java.lang.IllegalStateException: 0");
    }

    @Test
    void causesThatGoInCirclesAreShownOnce() {
        Exception one = with(new IllegalStateException("one"));
        Exception two = with(new IllegalStateException("two", one));
        one.initCause(two);

        assertThat(FailureText.trace(one))
                .isEqualTo("java.lang.IllegalStateException: one\nCaused by: java.lang.IllegalStateException: two\n");
    }

    @Test
    void framesThatRepeatAreFolded() {
        StackTraceElement[] frames = new StackTraceElement[1024];
        frames[0] = frame("top");
        for (int i = 1; i < 1023; i++) {
            frames[i] = frame(i % 2 == 0 ? "even" : "odd");
        }
        frames[1023] = frame("start");

        assertThat(FailureText.trace(with(new StackOverflowError(), frames))).isEqualTo("""
                java.lang.StackOverflowError
                \tat com.acme.Flow.top(Flow.java:7)
                \tat com.acme.Flow.odd(Flow.java:7)
                \tat com.acme.Flow.even(Flow.java:7)
                \t... these 2 frames 510 more times
                \tat com.acme.Flow.start(Flow.java:7)
                """);
    }

    @Test
    void oneFrameThatRepeatsIsFolded() {
        StackTraceElement[] frames = new StackTraceElement[1000];
        Arrays.fill(frames, frame("self"));

        assertThat(FailureText.trace(with(new StackOverflowError(), frames))).isEqualTo("""
                java.lang.StackOverflowError
                \tat com.acme.Flow.self(Flow.java:7)
                \t... this frame 999 more times
                """);
    }

    @Test
    void ofManyDifferentFramesTheFirstAndTheLastAreShown() {
        StackTraceElement[] frames = new StackTraceElement[500];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = frame("m" + i);
        }

        List<String> lines = FailureText.trace(with(new IllegalStateException(), frames))
                .lines()
                .toList();
        assertThat(lines).hasSize(102);
        assertThat(lines.get(70)).isEqualTo("\tat com.acme.Flow.m69(Flow.java:7)");
        assertThat(lines.get(71)).isEqualTo("\t... 400 more lines");
        assertThat(lines.get(72)).isEqualTo("\tat com.acme.Flow.m470(Flow.java:7)");
        assertThat(lines.get(101)).isEqualTo("\tat com.acme.Flow.m499(Flow.java:7)");
    }

    @Test
    void aHugeMessageIsCut() {
        Throwable failure = with(new IllegalStateException("\ud83d\udc27".repeat(5_000_000)));

        assertThat(FailureText.message(failure)).hasSize(16_025).endsWith("\ud83d\udc27... (10000000 characters)");
        assertThat(FailureText.trace(failure)).hasSizeLessThan(2_100).endsWith("... (10000033 characters)\n");
    }

    /** A text that is cut in the middle of a secret has nothing of it either. */
    @Test
    void whatIsHiddenIsNowhere() {
        HiddenTexts hidden = HiddenTexts.of(List.of("hunter2hunter2"));
        Throwable cause = new IllegalStateException("x".repeat(1_950) + "hunter2hunter2");
        Throwable failure = new IllegalStateException("no access with hunter2hunter2", cause);
        failure.addSuppressed(new IllegalArgumentException("hunter2hunter2"));

        assertThat(FailureText.line(failure, hidden)).isEqualTo("java.lang.IllegalStateException: no access with ***");
        assertThat(FailureText.message(failure, hidden)).isEqualTo("no access with ***");
        assertThat(FailureText.trace(failure, hidden)).contains("***").doesNotContain("hunter");
        assertThat(FailureText.trace(failure)).contains("hunter2hunter2");
    }
}
