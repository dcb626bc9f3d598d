package dev.cairn.benchmarks.codecs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is encoded and decoded: values of random content, always the same. */
enum Workload {
    /** A list of small records. */
    ROWS(1_000_000) {
        @Override
        Object value(int size) {
            Random random = new Random(SEED);
            List<Row> rows = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                String name = "item-" + random.nextInt(1_000_000);
                rows.add(new Row(i, name, random.nextDouble(), random.nextInt(1_000), random.nextBoolean()));
            }
            return rows;
        }
    },
    /** A {@code HashMap} with strings as keys. */
    STRINGS_TO_LONGS(300_000) {
        @Override
        Object value(int size) {
            Random random = new Random(SEED);
            Map<String, Long> map = new HashMap<>();
            while (map.size() < size) {
                map.put("user-" + random.nextInt(100_000_000), random.nextLong());
            }
            return map;
        }
    },
    /** A {@code HashMap} with numbers as keys. */
    INTS_TO_DOUBLES(300_000) {
        @Override
        Object value(int size) {
            Random random = new Random(SEED);
            Map<Integer, Double> map = new HashMap<>();
            while (map.size() < size) {
                map.put(random.nextInt(), random.nextDouble());
            }
            return map;
        }
    },
    /** An array of 8 MB. */
    DOUBLES(1_000_000) {
        @Override
        Object value(int size) {
            return new Random(SEED).doubles(size).toArray();
        }
    },
    /** An array of 8 MB. */
    BYTES(8_000_000) {
        @Override
        Object value(int size) {
            byte[] bytes = new byte[size];
            new Random(SEED).nextBytes(bytes);
            return bytes;
        }
    };

    private static final long SEED = 20_261_129;

    private final int size;

    Workload(int size) {
        this.size = size;
    }

    /** The number of records, entries or elements. */
    int size() {
        return size;
    }

    /** Who encodes and decodes it; the first is what the others are compared with. */
    List<Contender> contenders() {
        return switch (this) {
            case ROWS -> List.of(Contender.values());
            case STRINGS_TO_LONGS, INTS_TO_DOUBLES -> List.of(Contender.CAIRN, Contender.KRYO);
            case DOUBLES -> List.of(Contender.CAIRN, Contender.FORY_COMPATIBLE, Contender.KRYO, Contender.COPY);
            case BYTES -> List.of(Contender.CAIRN, Contender.COPY);
        };
    }

    /** The value. */
    abstract Object value(int size);

    /** The name of the field of {@link GeneratedCodecs} that holds it. */
    String field() {
        return switch (this) {
            case ROWS -> "rows";
            case STRINGS_TO_LONGS -> "stringsToLongs";
            case INTS_TO_DOUBLES -> "intsToDoubles";
            case DOUBLES -> "doubles";
            case BYTES -> "bytes";
        };
    }
}
