package dev.cairn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines at the end of a terminal, and what others print meanwhile. */
class LiveScreenTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(sent, true, UTF_8);
    private final LiveScreen screen = new LiveScreen(terminal, UTF_8);
    private final PrintStream out = new PrintStream(screen.through(terminal), true, UTF_8);
    private final PrintStream err = new PrintStream(screen.through(terminal), true, UTF_8);

    private List<String> shown() {
        return ScreenOf.text(sent.toString(UTF_8));
    }

    @Test
    void linesAreDrawnAgainInTheirPlace() {
        screen.draw(List.of("a 1", "b 1"));
        screen.draw(List.of("a 2", "b 2"));
        assertThat(shown()).containsExactly("a 2", "b 2");

        screen.draw(List.of("b 3"));
        assertThat(shown()).containsExactly("b 3");

        screen.draw(List.of());
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatOthersPrintAppearsAboveThem() {
        out.println("first");
        screen.draw(List.of("a 1", "b 1"));
        out.println("second");
        err.println("third, on the other stream");
        screen.draw(List.of("a 2", "b 2"));

        assertThat(shown()).containsExactly("first", "second", "third, on the other stream", "a 2", "b 2");
    }

    @Test
    void aLineThatSomebodyHasBegunIsNotBroken() {
        screen.draw(List.of("a 1"));
        out.print("begun ");
        screen.draw(List.of("a 2"));
        assertThat(shown()).containsExactly("begun ");

        out.println("and ended");
        screen.draw(List.of("a 3"));
        assertThat(shown()).containsExactly("begun and ended", "a 3");
    }

    @Test
    void nothingIsSentForLinesThatAreThereAlready() {
        screen.draw(List.of("a 1"));
        int before = sent.size();

        screen.draw(List.of("a 1"));
        assertThat(sent.size()).isEqualTo(before);

        screen.wipe();
        screen.draw(List.of("a 1"));
        assertThat(shown()).containsExactly("a 1");
    }

    @Test
    void aTerminalThatIsGoneIsReportedToWhoeverPrints() {
        PrintStream broken = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("Input/output error");
                    }
                },
                true,
                UTF_8);

        PrintStream through = new PrintStream(screen.through(broken), true, UTF_8);
        through.println("lost");

        assertThat(through.checkError()).isTrue();
    }

    @Test
    void manyThreadsPrintWhileItIsDrawn() throws InterruptedException {
        int writers = 4;
        int lines = 500;
        CountDownLatch done = new CountDownLatch(writers);
        for (int writer = 0; writer < writers; writer++) {
            PrintStream stream = writer % 2 == 0 ? out : err;
            String name = "writer " + writer + " line ";
            new Thread(() -> {
                        IntStream.range(0, lines).forEach(line -> stream.println(name + line));
                        done.countDown();
                    })
                    .start();
        }
        int drawn = 0;
        while (done.getCount() > 0) {
            screen.draw(List.of("step " + drawn++, "other step"));
        }
        screen.wipe();

        List<String> expected = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            for (int line = 0; line < lines; line++) {
                expected.add("writer " + writer + " line " + line);
            }
        }
        List<String> shown = shown();
        Collections.sort(expected);
        assertThat(shown.stream().sorted().toList()).isEqualTo(expected);
    }
}
