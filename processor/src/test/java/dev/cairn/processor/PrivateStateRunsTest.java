package dev.cairn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;

/** Flows over objects that keep their state private end as their steps do when they run on plain objects. */
class PrivateStateRunsTest {
    private static final String HEADER = """
            package com.acme;

            import dev.cairn.*;
            import dev.cairn.datastore.Datastore;
            import java.util.*;

            """;

    private static final String WALK = HEADER + """
            final class Walk {
                private final int size;
                private final double[][] cells;
                private final Map<String, List<Integer>> visits = new TreeMap<>();
                private final PriorityQueue<Integer> open = new PriorityQueue<>();
                private Random random = new Random(3);
                private int steps;

                Walk(int size) {
                    this.size = size;
                    this.cells = new double[size][size];
                }

                void step() {
                    int x = random.nextInt(size);
                    cells[x][steps % size] += random.nextGaussian();
                    visits.computeIfAbsent("x" + x, key -> new ArrayList<>()).add(steps);
                    open.add(x * 7 % 5);
                    if (steps % 3 == 2) {
                        open.poll();
                    }
                    steps++;
                }

                @Override
                public String toString() {
                    return Arrays.deepToString(cells) + visits + open + steps + " " + random.nextInt(1000);
                }
            }
            """;

    private static final String FLOW = HEADER + """
            @Flow
            class Walking {
                Walk walk;
                int round;
                String result;

                @Step(next = "go")
                void start() {
                    walk = new Walk(4);
                    walk.step();
                    round = 0;
                }

                @Step(switchOn = "more", cases = {@Case(value = "true", next = "go"), @Case(value = "false", next = "end")})
                void go() {
                    walk.step();
                    round++;
                    more = round < 9;
                }

                boolean more;

                @Step
                void end() {
                    result = walk.toString();
                }
            }

            class Test {
                static Object call() {
                    Walking plain = new Walking();
                    plain.start();
                    do {
                        plain.go();
                    } while (plain.more);
                    plain.end();
                    return List.of(plain.result, WalkingRunner.builder().datastore(Datastore.inMemory()).run().end().result());
                }
            }
            """;

    @Test
    void endAsThePlainObjectsDo() throws ReflectiveOperationException {
        RunningFlows flows = RunningFlows.of(
                JavaFileObjects.forSourceString("com.acme.Walk", WALK),
                JavaFileObjects.forSourceString("com.acme.Walking", FLOW));

        Object[] results = ((java.util.List<?>) flows.call("Test")).toArray();

        assertThat(results[1]).isEqualTo(results[0]).asString().contains("x0=[").hasSizeGreaterThan(200);
    }
}
