package dev.cairn.processor.body;

import dev.cairn.processor.body.effect.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random body: a list of statements over the fields {@code a} to {@code d}. */
record RandomBody(List<Node> statements) {
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");

    /** A statement or condition that can show itself as source. */
    sealed interface Node {
        String source();
    }

    /** {@code use(a);} */
    record Read(String field) implements Node {
        @Override
        public String source() {
            return "use(" + field + ");\n";
        }
    }

    /** {@code a = 1;} */
    record Assign(String field) implements Node {
        @Override
        public String source() {
            return "this." + field + " = number();\n";
        }
    }

    /** {@code a++;} */
    record Update(String field) implements Node {
        @Override
        public String source() {
            return field + "++;\n";
        }
    }

    /** A call of a helper, one of {@link #helpers()}, that reads one field and assigns another. */
    record Help(String read, String assigned, boolean always) implements Node {
        @Override
        public String source() {
            return (always ? "must" : "may") + read + assigned + "();\n";
        }
    }

    record Lambda(List<Node> body) implements Node {
        @Override
        public String source() {
            return "run(() -> {\n" + text(body) + "});\n";
        }
    }

    record Block(List<Node> body) implements Node {
        @Override
        public String source() {
            return "{\n" + text(body) + "}\n";
        }
    }

    record If(Node condition, List<Node> then, List<Node> otherwise) implements Node {
        @Override
        public String source() {
            String text = "if (" + condition.source() + ") {\n" + text(then) + "}";
            return otherwise.isEmpty() ? text + "\n" : text + " else {\n" + text(otherwise) + "}\n";
        }
    }

    /** A loop that tests first, last, or never. */
    record Loop(String label, Kind kind, Node condition, List<Node> body) implements Node {
        enum Kind {
            WHILE,
            DO,
            FOREVER,
            EACH
        }

        @Override
        public String source() {
            String text = text(body);
            return label + ": "
                    + switch (kind) {
                        case WHILE -> "while (" + condition.source() + ") {\n" + text + "}\n";
                        case DO -> "do {\n" + text + "} while (" + condition.source() + ");\n";
                        case FOREVER -> "for (;;) {\n" + text + "}\n";
                        case EACH -> "for (int i : new int[number()]) {\n" + text + "}\n";
                    };
        }
    }

    /** {@code break} or {@code continue}, with or without a label. */
    record Leave(boolean goesOn, String label) implements Node {
        @Override
        public String source() {
            return (goesOn ? "continue" : "break") + (label.isEmpty() ? "" : " " + label) + ";\n";
        }
    }

    record Return() implements Node {
        @Override
        public String source() {
            return "return;\n";
        }
    }

    record Throw() implements Node {
        @Override
        public String source() {
            return "throw new Exception();\n";
        }
    }

    record Switch(boolean arrows, boolean hasDefault, List<List<Node>> groups) implements Node {
        @Override
        public String source() {
            StringBuilder text = new StringBuilder("switch (number()) {\n");
            for (int i = 0; i < groups.size(); i++) {
                boolean isDefault = hasDefault && i == groups.size() - 1;
                text.append(isDefault ? "default" : "case " + i);
                text.append(arrows ? " -> {\n" + text(groups.get(i)) + "}\n" : ":\n" + text(groups.get(i)));
            }
            return text.append("}\n").toString();
        }
    }

    record Try(List<Node> body, List<Node> handler, List<Node> last) implements Node {
        @Override
        public String source() {
            return "try {\n" + text(body) + "}"
                    + (handler.isEmpty() && !last.isEmpty() ? "" : " catch (Exception e) {\n" + text(handler) + "}")
                    + (last.isEmpty() ? "\n" : " finally {\n" + text(last) + "}\n");
        }
    }

    record Condition(String text) implements Node {
        @Override
        public String source() {
            return text;
        }
    }

    /** A condition that assigns, or reads, on its way. */
    record Test(String field, boolean assigns) implements Node {
        @Override
        public String source() {
            return assigns ? "(" + field + " = number()) > 0" : field + " > 0";
        }
    }

    record Not(Node operand) implements Node {
        @Override
        public String source() {
            return "!(" + operand.source() + ")";
        }
    }

    /** {@code &&} or {@code ||}. */
    record Both(boolean and, Node left, Node right) implements Node {
        @Override
        public String source() {
            return "(" + left.source() + (and ? ") && (" : ") || (") + right.source() + ")";
        }
    }

    record Choice(Node condition, Node yes, Node no) implements Node {
        @Override
        public String source() {
            return "(" + condition.source() + ") ? (" + yes.source() + ") : (" + no.source() + ")";
        }
    }

    /** The whole body as source. */
    String source() {
        return text(statements);
    }

    private static String text(List<Node> nodes) {
        return String.join("", nodes.stream().map(Node::source).toList());
    }

    /** The methods that {@link Help} calls. */
    static String helpers() {
        StringBuilder text = new StringBuilder();
        for (String read : FIELDS) {
            for (String assigned : FIELDS) {
                text.append("void must" + read + assigned + "() { use(" + read + "); if (test()) { this." + assigned
                        + " = 1; return; } this." + assigned + " = 2; }\n");
                text.append("void may" + read + assigned + "() { use(" + read + "); if (test()) this." + assigned
                        + " = 1; }\n");
            }
        }
        return text.toString();
    }

    /** A body whose nesting goes as deep as {@code size} allows. */
    static RandomBody of(Random random, int size) {
        return new RandomBody(new Maker(random).statements(Math.min(size, 4), new Place(List.of(), false, false)));
    }

    /**
     * Where a statement stands.
     *
     * @param labels the loops around it
     * @param inSwitch whether a {@code break} without a label leaves a switch, which is nearer than any loop
     * @param inLambda whether it stands in a lambda, which cannot throw
     */
    private record Place(List<String> labels, boolean inSwitch, boolean inLambda) {}

    private static final class Maker {
        private final Random random;
        private int loops;

        private Maker(Random random) {
            this.random = random;
        }

        private List<Node> statements(int depth, Place place) {
            List<Node> statements = new ArrayList<>();
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                Node statement = statement(depth, place);
                statements.add(statement);
            }
            if (random.nextInt(5) == 0) {
                leave(place).ifPresent(statements::add);
            }
            return statements;
        }

        private java.util.Optional<Node> leave(Place place) {
            int kind = random.nextInt(6);
            if (kind == 0) {
                return java.util.Optional.of(new Return());
            } else if (kind == 1) {
                return place.inLambda() ? java.util.Optional.empty() : java.util.Optional.of(new Throw());
            } else if (place.labels().isEmpty()) {
                return place.inSwitch() ? java.util.Optional.of(new Leave(false, "")) : java.util.Optional.empty();
            }
            boolean goesOn = random.nextBoolean();
            boolean named = random.nextBoolean();
            return java.util.Optional.of(new Leave(goesOn, named ? any(place.labels()) : ""));
        }

        private Node statement(int depth, Place place) {
            int kind = depth == 0 ? random.nextInt(5) : random.nextInt(13);
            return switch (kind) {
                case 0, 1 -> new Assign(field());
                case 2 -> new Read(field());
                case 3 -> new Update(field());
                case 4 -> new Help(field(), field(), random.nextBoolean());
                case 5, 6 -> new If(condition(2), statements(depth - 1, place), maybe(depth - 1, place));
                case 7 -> new Block(guarded(depth - 1, place));
                case 8, 9 -> loop(depth, place);
                case 10 -> new Switch(random.nextBoolean(), random.nextBoolean(), groups(depth - 1, place));
                case 11 -> new Try(guarded(depth - 1, place), guarded(depth - 1, place), last(depth - 1, place));
                default -> new Lambda(statements(depth - 1, new Place(List.of(), false, true)));
            };
        }

        /** Statements of which some can be skipped, so that what follows is reachable. */
        private List<Node> guarded(int depth, Place place) {
            return List.of(new If(new Condition("test()"), statements(depth, place), List.of()), statement(0, place));
        }

        private List<Node> maybe(int depth, Place place) {
            return random.nextBoolean() ? guarded(depth, place) : List.of();
        }

        private List<Node> last(int depth, Place place) {
            return random.nextInt(3) > 0 ? guarded(depth, place) : List.of();
        }

        private Node loop(int depth, Place place) {
            String label = "loop" + loops++;
            List<String> labels = new ArrayList<>(place.labels());
            labels.add(label);
            Loop.Kind kind = Loop.Kind.values()[random.nextInt(4)];
            Place inside = new Place(labels, false, place.inLambda());
            List<Node> body = new ArrayList<>(guarded(depth - 1, inside));
            if (kind == Loop.Kind.FOREVER) {
                body.add(new If(condition(1), List.of(new Leave(false, "")), List.of()));
                body.add(statement(0, inside));
            }
            return new Loop(label, kind, condition(2), body);
        }

        private List<List<Node>> groups(int depth, Place place) {
            List<List<Node>> groups = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                groups.add(statements(depth, new Place(place.labels(), true, place.inLambda())));
            }
            return groups;
        }

        private Node condition(int depth) {
            return switch (depth == 0 ? random.nextInt(3) : random.nextInt(8)) {
                case 0 -> new Condition("test()");
                case 1 -> new Test(field(), true);
                case 2 -> new Test(field(), false);
                case 3 -> new Not(condition(depth - 1));
                case 4, 5 -> new Both(true, condition(depth - 1), condition(depth - 1));
                case 6 -> new Both(false, condition(depth - 1), condition(depth - 1));
                default -> new Choice(condition(depth - 1), condition(depth - 1), condition(depth - 1));
            };
        }

        private String field() {
            return any(FIELDS);
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
