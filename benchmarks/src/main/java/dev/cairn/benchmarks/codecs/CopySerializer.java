package dev.cairn.benchmarks.codecs;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that there is to do: an array is copied into one that was just allocated; of rows, the objects are made of which
 * a decoded list consists.
 */
final class CopySerializer implements Serializer {
    private final Object value;
    private final byte[][] names;

    CopySerializer(Workload workload) {
        value = workload.value(workload.size());
        names = value instanceof List<?> rows
                ? rows.stream()
                        .map(row -> ((Row) row).name().getBytes(StandardCharsets.US_ASCII))
                        .toArray(byte[][]::new)
                : new byte[0][];
    }

    @Override
    public Object toBytes(Object ignored) {
        return copy();
    }

    @Override
    public Object fromBytes(byte[] ignored) {
        return copy();
    }

    private Object copy() {
        if (value instanceof double[] doubles) {
            double[] copy = new double[doubles.length];
            System.arraycopy(doubles, 0, copy, 0, copy.length);
            return copy;
        } else if (value instanceof byte[] bytes) {
            byte[] copy = new byte[bytes.length];
            System.arraycopy(bytes, 0, copy, 0, copy.length);
            return copy;
        }
        List<Row> copy = new ArrayList<>(names.length);
        for (Object each : (List<?>) value) {
            Row row = (Row) each;
            String name = new String(names[copy.size()], StandardCharsets.ISO_8859_1);
            copy.add(new Row(row.id(), name, row.score(), row.quantity(), row.flag()));
        }
        return copy;
    }

    @Override
    public void write(Object ignored, OutputStream stream) {
        throw new UnsupportedOperationException("there is no stream");
    }

    @Override
    public Object read(InputStream stream, int size) {
        throw new UnsupportedOperationException("there is no stream");
    }
}
