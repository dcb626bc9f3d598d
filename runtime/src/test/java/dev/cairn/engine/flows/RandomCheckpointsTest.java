package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Retries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Steps that assign fields and change them in place in random order, with checkpoints between: however often they fail on their way, they
 * leave what they leave if nothing fails. {@code -Dcheckpoint.programs=10000} tries more.
 */
class RandomCheckpointsTest extends OnEachStore {
    private static final int PROGRAMS = Integer.getInteger("checkpoint.programs", 500);
    private static final long SEED = 20261130;

    private enum Field {
        COUNT,
        TEXT,
        NUMBERS,
        ARRAY,
        PRICES;

        String artifact() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean changesInPlace() {
            return ordinal() >= NUMBERS.ordinal();
        }
    }

    private enum Kind {
        ASSIGN,
        CLEAR,
        CHANGE,
        CHECKPOINT
    }

    private record Operation(Kind kind, Field field, int number) {
        static Operation random(Random random) {
            return new Operation(
                    Kind.values()[random.nextInt(Kind.values().length)],
                    Field.values()[random.nextInt(Field.values().length)],
                    random.nextInt(3));
        }

        void apply(Numbers flow) {
            switch (kind) {
                case ASSIGN -> assign(flow);
                case CLEAR -> clear(flow);
                case CHANGE -> change(flow);
                case CHECKPOINT -> {} // by the step
            }
        }

        private void assign(Numbers flow) {
            switch (field) {
                case COUNT -> flow.count = number;
                case TEXT -> flow.text = "text " + number;
                case NUMBERS -> flow.numbers = new ArrayList<>(List.of(number));
                case ARRAY -> flow.array = new int[20_000 + number];
                case PRICES -> flow.prices = new HashMap<>(Map.of("a", number));
            }
        }

        private void clear(Numbers flow) {
            switch (field) {
                case COUNT -> flow.count = 0;
                case TEXT -> flow.text = null;
                case NUMBERS -> flow.numbers = null;
                case ARRAY -> flow.array = null;
                case PRICES -> flow.prices = null;
            }
        }

        private void change(Numbers flow) {
            if (field == Field.NUMBERS && flow.numbers != null) {
                flow.numbers.add(number);
            } else if (field == Field.ARRAY && flow.array != null) {
                flow.array[number] ^= 1;
            } else if (field == Field.PRICES && flow.prices != null) {
                flow.prices.merge("b", number, Integer::sum);
            }
        }
    }

    private record Program(List<Operation> before, List<Operation> step, boolean analysed) {
        static Program random(Random random) {
            return new Program(operations(random, 4), operations(random, 12), random.nextInt(4) > 0);
        }

        private static List<Operation> operations(Random random, int most) {
            return Stream.generate(() -> Operation.random(random))
                    .limit(random.nextInt(most + 1))
                    .toList();
        }

        /** What the processor finds in a step that asks whether it is restored, and then does one operation after the other. */
        Access access() {
            if (!analysed) {
                return Access.everything();
            }
            Set<String> assigned = new HashSet<>(Set.of("value"));
            Set<String> reads = new HashSet<>();
            Set<String> changes = new HashSet<>();
            for (Operation operation : step) {
                String artifact = operation.field().artifact();
                switch (operation.kind()) {
                    case ASSIGN, CLEAR -> assigned.add(artifact);
                    case CHANGE -> {
                        if (operation.field().changesInPlace() && !assigned.contains(artifact)) {
                            reads.add(artifact);
                            changes.add(artifact);
                        }
                    }
                    case CHECKPOINT -> {}
                }
            }
            return Access.nothing()
                    .reads(reads.toArray(String[]::new))
                    .mayChange(changes.toArray(String[]::new))
                    .mustAssign(assigned.toArray(String[]::new));
        }

        /** The operation at each of these places fails when it is done for the first time. */
        TestFlow<Numbers> flow(Set<Integer> failing) {
            Set<Integer> left = new HashSet<>(failing);
            return Numbers.flow("Program")
                    .step(linear("start", "work"), (flow, task) -> before.forEach(each -> each.apply(flow)))
                    .step(
                            linear("work", "end")
                                    .retry(Retries.of(failing.size()))
                                    .access(access()),
                            (flow, task) -> {
                                if (!task.context().restored()) {
                                    flow.value = 0;
                                }
                                while (flow.value < step.size()) {
                                    int place = (int) flow.value;
                                    if (left.remove(place)) {
                                        throw new IllegalStateException("operation " + place);
                                    }
                                    step.get(place).apply(flow);
                                    flow.value++;
                                    if (step.get(place).kind() == Kind.CHECKPOINT) {
                                        task.context().checkpoint();
                                    }
                                }
                            })
                    .step(end("end").access(Access.nothing()), (flow, task) -> {})
                    .build();
        }
    }

    private List<String> results(Program program, Set<Integer> failing) {
        Run run = TestRun.of(program.flow(failing))
                .datastore(datastore)
                .outputListener((path, line) -> {})
                .run();
        return RecordText.of(datastore, run.id()).stream()
                .filter(line -> line.startsWith("end "))
                .toList();
    }

    @Test
    void whateverFailsTheResultIsThatOfAStraightRun() {
        for (int number = 0; number < PROGRAMS; number++) {
            Random random = new Random(SEED + number);
            Program program = Program.random(random);
            Set<Integer> failing = new HashSet<>();
            for (int place = 0; place < program.step().size(); place++) {
                if (random.nextInt(3) == 0) {
                    failing.add(place);
                }
            }

            assertThat(results(program, failing))
                    .as("seed %d: %s, failing at %s", SEED + number, program, failing)
                    .isEqualTo(results(program, Set.of()))
                    .hasSize(1);
        }
    }
}
