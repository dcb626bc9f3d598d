package dev.cairn.runtime.report;

import dev.cairn.runtime.ReportPart;
import dev.cairn.runtime.ReportPart.BarChart;
import dev.cairn.runtime.ReportPart.Heading;
import dev.cairn.runtime.ReportPart.Image;
import dev.cairn.runtime.ReportPart.LineChart;
import dev.cairn.runtime.ReportPart.Note;
import dev.cairn.runtime.ReportPart.Table;
import dev.cairn.runtime.ReportPart.Text;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which the parts of a report are stored: {@code CRPT}, the version as a byte, the number of parts, and for each the number of its
 * kind as a byte and its fields. Numbers are four bytes or, if they have a fraction, eight, the highest first; a text is the number of its
 * bytes and these, in UTF-8.
 */
final class ReportFormat {
    private static final byte[] MAGIC = "CRPT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private ReportFormat() {}

    static byte[] write(List<ReportPart> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(bytes)) {
            output.write(MAGIC);
            output.writeByte(VERSION);
            output.writeInt(parts.size());
            for (ReportPart part : parts) {
                write(output, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream output, ReportPart part) throws IOException {
        if (part instanceof Heading heading) {
            output.writeByte(1);
            write(output, heading.text());
        } else if (part instanceof Text text) {
            output.writeByte(2);
            write(output, text.text());
        } else if (part instanceof Note note) {
            output.writeByte(3);
            write(output, note.text());
        } else if (part instanceof Table table) {
            output.writeByte(4);
            write(output, table.columns());
            output.writeInt(table.rows().size());
            for (List<String> row : table.rows()) {
                write(output, row);
            }
        } else if (part instanceof LineChart chart) {
            output.writeByte(5);
            write(output, chart.title());
            output.writeInt(chart.lines().size());
            for (Map.Entry<String, double[]> line : chart.lines().entrySet()) {
                write(output, line.getKey());
                output.writeInt(line.getValue().length);
                for (double value : line.getValue()) {
                    output.writeDouble(value);
                }
            }
        } else if (part instanceof BarChart chart) {
            output.writeByte(6);
            write(output, chart.title());
            output.writeInt(chart.bars().size());
            for (Map.Entry<String, Double> bar : chart.bars().entrySet()) {
                write(output, bar.getKey());
                output.writeDouble(bar.getValue());
            }
        } else if (part instanceof Image image) {
            output.writeByte(7);
            write(output, image.description());
            output.writeInt(image.content().length);
            output.write(image.content());
        }
    }

    private static void write(DataOutputStream output, List<String> texts) throws IOException {
        output.writeInt(texts.size());
        for (String text : texts) {
            write(output, text);
        }
    }

    private static void write(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if these bytes are something else; nothing larger than they are is allocated
     */
    static List<ReportPart> read(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            byte[] magic = new byte[MAGIC.length];
            input.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new IllegalArgumentException("wrong magic bytes");
            }
            int version = input.get();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "version " + version + " of reports is not supported by this version; upgrade Cairn");
            }
            List<ReportPart> parts = new ArrayList<>();
            for (int left = count(input, 2); left > 0; left--) {
                parts.add(part(input));
            }
            if (input.hasRemaining()) {
                throw new IllegalArgumentException("more bytes follow");
            }
            return List.copyOf(parts);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it is cut off", e);
        }
    }

    private static ReportPart part(ByteBuffer input) {
        int kind = input.get();
        return switch (kind) {
            case 1 -> new Heading(text(input));
            case 2 -> new Text(text(input));
            case 3 -> new Note(text(input));
            case 4 -> table(input);
            case 5 -> lines(input);
            case 6 -> bars(input);
            case 7 -> image(input);
            default -> throw new IllegalArgumentException("there is no kind " + kind + " of parts");
        };
    }

    private static Table table(ByteBuffer input) {
        List<String> columns = texts(input);
        List<List<String>> rows = new ArrayList<>();
        for (int left = count(input, 4); left > 0; left--) {
            List<String> row = texts(input);
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row has another number of cells than the table has columns");
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static LineChart lines(ByteBuffer input) {
        String title = text(input);
        Map<String, double[]> lines = new LinkedHashMap<>();
        for (int left = count(input, 8); left > 0; left--) {
            String name = text(input);
            double[] values = new double[count(input, Double.BYTES)];
            for (int i = 0; i < values.length; i++) {
                values[i] = input.getDouble();
            }
            lines.put(name, values);
        }
        return new LineChart(title, lines);
    }

    private static BarChart bars(ByteBuffer input) {
        String title = text(input);
        Map<String, Double> bars = new LinkedHashMap<>();
        for (int left = count(input, 12); left > 0; left--) {
            String name = text(input);
            double value = input.getDouble();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a bar has no finite value");
            }
            bars.put(name, value);
        }
        return new BarChart(title, bars);
    }

    private static Image image(ByteBuffer input) {
        String description = text(input);
        byte[] content = new byte[count(input, 1)];
        input.get(content);
        String type = ImageType.of(content)
                .orElseThrow(() -> new IllegalArgumentException("an image is of no kind that is shown"));
        return new Image(description, type, content);
    }

    private static List<String> texts(ByteBuffer input) {
        List<String> texts = new ArrayList<>();
        for (int left = count(input, 4); left > 0; left--) {
            texts.add(text(input));
        }
        return texts;
    }

    private static String text(ByteBuffer input) {
        byte[] bytes = new byte[count(input, 1)];
        input.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A number of things of which each has at least {@code least} bytes. */
    private static int count(ByteBuffer input, int least) {
        int count = input.getInt();
        if (count < 0 || (long) count * least > input.remaining()) {
            throw new IllegalArgumentException(
                    "a length says " + count + ", but only " + input.remaining() + " bytes follow");
        }
        return count;
    }
}
