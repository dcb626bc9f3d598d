package dev.cairn.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.ReportPart.BarChart;
import dev.cairn.runtime.ReportPart.Heading;
import dev.cairn.runtime.ReportPart.LineChart;
import dev.cairn.runtime.ReportPart.Note;
import dev.cairn.runtime.ReportPart.Table;
import dev.cairn.runtime.ReportPart.Text;
import dev.cairn.runtime.TaskReport;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of what a task adds to a report. */
class CollectedReportTest {
    private final CollectedReport report = new CollectedReport(text -> text.replace("secret", "***"));

    private ReportPart last() {
        return report.parts().get(report.parts().size() - 1);
    }

    @Test
    void partsAreInTheOrderOfTheCalls() {
        report.heading("Training")
                .text("went well")
                .table(List.of("a", "b"), List.of(Arrays.asList(1, null), List.of(2.5, "x")))
                .barChart("counts", Map.of("ADELIE", 12));
        assertThat(report.parts())
                .containsExactly(
                        new Heading("Training"),
                        new Text("went well"),
                        new Table(List.of("a", "b"), List.of(List.of("1", ""), List.of("2.5", "x"))),
                        new BarChart("counts", Map.of("ADELIE", 12.0)));
    }

    @Test
    void secretsAreHidden() {
        report.text("the secret")
                .table(List.of("secret"), List.of(List.of("a secret")))
                .barChart("secret", Map.of("secret", 1));
        assertThat(report.parts().toString()).doesNotContain("secret").contains("the ***", "a ***");
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThatThrownBy(() -> report.table(List.of(), List.of()))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("a table of a report must have at least one column");
        assertThatThrownBy(() -> report.table(List.of("a"), List.of(List.of(1), List.of(1, 2))))
                .hasMessage("row 1 of a table has 2 cells, but the table has 1 columns");
        assertThatThrownBy(() -> report.lineChart("loss", Map.of()))
                .hasMessage("a line chart of a report must have at least one line");
        assertThatThrownBy(() -> report.barChart("counts", Map.of()))
                .hasMessage("a bar chart of a report must have at least one bar");
        assertThatThrownBy(() -> report.barChart("counts", Map.of("a", Double.NaN)))
                .hasMessage("bar `a` of a chart must have a finite value, but has NaN");
        assertThatThrownBy(() -> report.image("svg", "<svg>".getBytes(StandardCharsets.UTF_8)))
                .hasMessage(
                        "an image of a report must be a PNG, JPEG, GIF or WebP file, but these 5 bytes have the wrong magic bytes");
        assertThatThrownBy(() -> TaskReport.none().table(List.of(), List.of()))
                .isExactlyInstanceOf(IllegalArgumentException.class);
        assertThat(report.parts()).isEmpty();
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        report.text("x".repeat(19_998) + "\ud83d\ude00 and more");
        assertThat(report.parts().get(0)).isEqualTo(new Text("x".repeat(19_998) + "…"));
        assertThat(last()).isEqualTo(new Note("The text had 20009 characters; the first 20000 are kept."));
    }

    @Test
    void largeTablesAndChartsAreCut() {
        report.table(Collections.nCopies(31, "c"), Collections.nCopies(1001, Collections.nCopies(31, 7)));
        Table table = (Table) report.parts().get(0);
        assertThat(table.rows()).hasSize(1000);
        assertThat(table.columns()).hasSize(30);
        assertThat(last())
                .isEqualTo(
                        new Note("The table had 1001 rows and 31 columns; at most 1000 rows and 30 columns are kept."));

        report.lineChart("loss", Map.of("a", new double[10_000]));
        assertThat(((LineChart) report.parts().get(2)).lines().get("a")).hasSize(2000);
        assertThat(last())
                .isEqualTo(
                        new Note("The chart had more than 12 lines or 2000 values of one; the first lines are kept, and"
                                + " values at even distances."));

        Map<String, Integer> bars = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            bars.put("bar " + i, i);
        }
        report.barChart("counts", bars);
        assertThat(last()).isEqualTo(new Note("The chart had 101 bars; the first 100 are kept."));
    }

    @Test
    void largeImagesAreLeftOut() {
        byte[] image = Arrays.copyOf("GIF89a".getBytes(StandardCharsets.US_ASCII), 1_000_001);
        report.image("a map", image);
        assertThat(last()).isEqualTo(new Note("An image of 1.0 MB was left out, the largest may have 1.0 MB: a map"));
    }

    @Test
    void thereIsAnEndToIt() {
        for (int i = 0; i < 1000; i++) {
            report.text("line " + i);
        }
        assertThat(report.parts()).hasSize(101);
        assertThat(last()).isEqualTo(new Note("What follows was left out: a task adds at most 100 parts and 4.0 MB."));
    }
}
