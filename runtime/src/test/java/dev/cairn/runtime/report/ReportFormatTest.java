package dev.cairn.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.ReportPart.BarChart;
import dev.cairn.runtime.ReportPart.Heading;
import dev.cairn.runtime.ReportPart.Image;
import dev.cairn.runtime.ReportPart.LineChart;
import dev.cairn.runtime.ReportPart.Note;
import dev.cairn.runtime.ReportPart.Table;
import dev.cairn.runtime.ReportPart.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How reports are stored. */
class ReportFormatTest {
    private static final byte[] GIF = "GIF89a and more".getBytes(StandardCharsets.US_ASCII);

    private static final List<ReportPart> ALL = List.of(
            new Heading("Training"),
            new Text("two\nlines \u202e \ud83d\ude00"),
            new Note("cut"),
            new Table(List.of("a", "b"), List.of(List.of("1", ""), List.of("2", "x"))),
            new LineChart("loss", Map.of("training", new double[] {1, Double.NaN, 0.5})),
            new BarChart("counts", Map.of("ADELIE", 12.0)),
            new Image("a picture", "image/gif", GIF));

    @Test
    void whatIsWrittenIsRead() {
        List<ReportPart> read = ReportFormat.read(ReportFormat.write(ALL));
        assertThat(read.subList(0, 4)).isEqualTo(ALL.subList(0, 4));
        assertThat(((LineChart) read.get(4)).lines().get("training")).containsExactly(1, Double.NaN, 0.5);
        assertThat(read.get(5)).isEqualTo(ALL.get(5));
        assertThat(((Image) read.get(6)).content()).isEqualTo(GIF);
        assertThat(((Image) read.get(6)).type()).isEqualTo("image/gif");
    }

    @Test
    void theFormIsFrozen() {
        assertThat(ReportFormat.write(List.of(new Text("é"), new BarChart("c", Map.of("x", 1.0)))))
                .containsExactly(
                        'C', 'R', 'P', 'T', 1, 0, 0, 0, 2, 2, 0, 0, 0, 2, 0xc3, 0xa9, 6, 0, 0, 0, 1, 'c', 0, 0, 0, 1, 0,
                        0, 0, 1, 'x', 0x3f, 0xf0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void whatIsCutOffIsRefused() {
        byte[] whole = ReportFormat.write(ALL);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ReportFormat.read(part)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ReportFormat.read(Arrays.copyOf(whole, whole.length + 1)))
                .hasMessage("more bytes follow");
    }

    @Test
    void whatAnotherVersionWroteIsRefusedByName() {
        byte[] newer = ReportFormat.write(ALL);
        newer[4] = 2;
        assertThatThrownBy(() -> ReportFormat.read(newer))
                .hasMessage("version 2 of reports is not supported by this version; upgrade Cairn");
        newer[0] = 'X';
        assertThatThrownBy(() -> ReportFormat.read(newer)).hasMessage("wrong magic bytes");
    }

    /** A report may come with an import: it is read, or refused, whatever is in it, and takes no more memory than it has bytes. */
    @Test
    void changedBytesAreReadOrRefused() {
        byte[] whole = ReportFormat.write(ALL);
        long seed = 20261130;
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                assertThat(ReportFormat.read(changed)).as("seed %s", seed).isNotNull();
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).as("seed %s", seed).isBetween(1000, 19_999);
    }
}
