package dev.cairn.benchmarks.processor;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the bodies of steps: loops, branches, lambdas and calls of helpers over the artifacts that have a value, some 300
 * characters each. Used by one thread; the same random numbers give the same bodies.
 */
final class BodyGenerator {
    /** How many helpers {@link #helpers} declares. */
    private static final int HELPERS = 20;

    private final Random random;

    BodyGenerator(Random random) {
        this.random = random;
    }

    /** The statements that give {@code target} a value that depends on a number and on some of the artifacts at hand. */
    String body(String start, List<Artifact> available, Artifact target) {
        StringBuilder body = new StringBuilder("int total = " + start + " + " + random.nextInt(100) + ";\n");
        int first = random.nextInt(6);
        for (int i = 0; i < 2; i++) {
            body.append(statement((first + i) % 6, available));
        }
        return body.append(target.assignment("total")).append("\n").toString();
    }

    private String statement(int shape, List<Artifact> available) {
        String first = read(available);
        String second = read(available);
        int number = 1 + random.nextInt(9);
        return switch (shape) {
            case 0 -> """
                    for (int i = 0; i < %d; i++) {
                        total += %s * i;
                    }
                    """.formatted(number, first);
            case 1 -> """
                    if (total > %s) {
                        total -= helper%d(total);
                    } else {
                        total = Math.max(total, %s);
                    }
                    """.formatted(first, random.nextInt(HELPERS), second);
            case 2 -> """
                    List<Integer> parts = new ArrayList<>();
                    for (String word : List.of("one", "two")) {
                        parts.add(word.length() + total + %s);
                    }
                    total += parts.stream().filter(part -> part > %s).mapToInt(part -> part * 2).sum();
                    """.formatted(first, second);
            case 3 -> """
                    String label = switch (total %% 3) {
                        case 0 -> "low";
                        case %d -> "middle " + %s;
                        default -> "high";
                    };
                    total += label.length();
                    """.formatted(1 + number % 2, first);
            case 4 -> """
                    try {
                        total = Integer.parseInt("%d") + %s;
                    } catch (NumberFormatException e) {
                        total = %s;
                    }
                    """.formatted(number, first, second);
            default -> """
                    int limit = %s + %d;
                    while (total < limit) {
                        total += Math.abs(total) + helper%d(%s) + 1;
                    }
                    """.formatted(first, number, random.nextInt(HELPERS), second);
        };
    }

    /** An expression that reads an artifact, if one has a value. */
    private String read(List<Artifact> available) {
        return available.isEmpty()
                ? "rounds"
                : available.get(random.nextInt(available.size())).number();
    }

    /** The helpers that bodies call. */
    static String helpers() {
        return IntStream.range(0, HELPERS)
                .mapToObj(number -> """
                        private int helper%d(int value) {
                            return value %% 2 == 0 ? value / 2 + rounds : value - %d;
                        }
                        """.formatted(number, number))
                .collect(Collectors.joining("\n"));
    }
}
