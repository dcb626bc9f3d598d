package dev.cairn.view.report;

import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.ReportPart.BarChart;
import dev.cairn.runtime.ReportPart.Heading;
import dev.cairn.runtime.ReportPart.Image;
import dev.cairn.runtime.ReportPart.LineChart;
import dev.cairn.runtime.ReportPart.Note;
import dev.cairn.runtime.ReportPart.Table;
import dev.cairn.runtime.ReportPart.Text;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes what tasks added to the report of their run, as long as there is room on the page. For one thread. */
final class AddedWriter {
    private static final int MOST_ELEMENTS = 700;
    private static final int MOST_CHARACTERS = 1_200_000;

    private final Html html;
    private final Omissions omissions;
    private final int begin;
    private final long firstCharacter;
    private int tables;

    AddedWriter(Html html, Omissions omissions) {
        this.html = html;
        this.omissions = omissions;
        this.begin = html.elements();
        this.firstCharacter = html.characters();
    }

    /** Whether there is no room for more. */
    boolean isFull() {
        return room() < 10 || characters() >= MOST_CHARACTERS;
    }

    private long characters() {
        return html.characters() - firstCharacter;
    }

    private int room() {
        return MOST_ELEMENTS - (html.elements() - begin);
    }

    void write(ReportPart part) {
        if (isFull()) {
            omissions.add("What tasks added to the report is cut where the page gets too large.");
        } else if (part instanceof Heading heading) {
            html.element("h4", heading.text());
        } else if (part instanceof Text text) {
            html.open("p", "class", "doc").lines(text.text()).close();
        } else if (part instanceof Note note) {
            html.element("p", note.text(), "class", "note");
        } else if (part instanceof Table table) {
            table(table);
        } else if (part instanceof LineChart chart) {
            AddedChart.write(html, chart);
        } else if (part instanceof BarChart chart) {
            bars(chart);
        } else if (part instanceof Image image) {
            image(image);
        }
    }

    private void table(Table table) {
        int width = table.columns().size();
        int rows = Math.min(table.rows().size(), Math.max(1, (room() - width - 8) / (width + 1)));
        Tables.begin(html, "Table " + ++tables + " from the steps", "", table.columns());
        for (List<String> row : table.rows().subList(0, rows)) {
            html.open("tr");
            for (String cell : row) {
                html.element("td", cell, "class", isNumber(cell) ? "cell figures" : "cell");
            }
            html.closeLine();
        }
        Tables.end(html);
        if (rows < table.rows().size()) {
            omissions.say(
                    html,
                    "Of a table of " + Amount.count(table.rows().size(), "row") + ", the first " + rows
                            + " are shown.");
        }
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty()
                && cell.chars().allMatch(each -> each >= '0' && each <= '9' || ".,-+%eE ".indexOf(each) >= 0);
    }

    private void bars(BarChart chart) {
        double least = Math.min(
                0,
                chart.bars().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(0));
        double greatest = Math.max(
                0,
                chart.bars().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0));
        double span = greatest == least ? 1 : greatest - least;
        html.open("figure").element("figcaption", chart.title());
        html.open("table", "class", "bars").open("tbody");
        int rows = Math.max(1, (room() - 8) / 6);
        for (Map.Entry<String, Double> bar :
                chart.bars().entrySet().stream().limit(rows).toList()) {
            double from = 100 * (Math.min(0, bar.getValue()) - least) / span;
            html.open("tr").element("th", bar.getKey(), "scope", "row").open("td", "class", "bar-cell");
            html.open("svg", "width", "100%", "height", "16", "aria-hidden", "true");
            html.open(
                            "rect",
                            "class",
                            "bar-value",
                            "x",
                            Html.number(from) + "%",
                            "y",
                            "2",
                            "height",
                            "12",
                            "rx",
                            "2",
                            "width",
                            Html.number(Math.max(0.2, 100 * Math.abs(bar.getValue()) / span)) + "%")
                    .close()
                    .close()
                    .close();
            html.element("td", Amount.value(bar.getValue()), "class", "number").closeLine();
        }
        html.close().close().closeLine();
        if (rows < chart.bars().size()) {
            omissions.say(html, "Of a chart of " + chart.bars().size() + " bars, the first " + rows + " are shown.");
        }
    }

    private void image(Image image) {
        String content = Base64.getEncoder().encodeToString(image.content());
        if (characters() + content.length() > MOST_CHARACTERS) {
            omissions.say(html, "An image is left out, because the page would be too large: " + image.description());
            return;
        }
        html.open("figure")
                .open("img", "src", "data:" + image.type() + ";base64," + content, "alt", image.description());
        html.element("figcaption", image.description()).closeLine();
    }
}
