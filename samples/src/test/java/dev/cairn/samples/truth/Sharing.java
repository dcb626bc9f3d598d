package dev.cairn.samples.truth;

import java.util.List;

/** Statements after which two artifacts hold one object, or one is a view of the other. */
final class Sharing {
    private Sharing() {}

    /** All that lead from one to the other; {@code usable} tells whether the other has a value already. */
    static List<String> of(Variable from, Variable to, boolean usable) {
        return all(from.kind(), to.kind(), usable).stream()
                .map(text -> text.replace("~", from.name()).replace("@", to.name()))
                .toList();
    }

    private static List<String> all(Kind from, Kind to, boolean usable) {
        if (from == to) {
            return switch (from) {
                case LIST ->
                    List.of(
                            "@ = ~;«@»",
                            "@ = ~.subList(0, ~.size());«@»",
                            "@ = Collections.unmodifiableList(~);«@»",
                            "{ var shared = ~; @ = shared;«@» }");
                case MAP, SET -> List.of("@ = ~;«@»");
                case OBJECTS ->
                    List.of(
                            "@ = ~;«@»",
                            "@ = new ArrayList<>(~);«@»",
                            "@ = ~.stream().filter(one -> one.n < 5).toList();«@»");
                case INDEX -> List.of("@ = ~;«@»", "@ = new HashMap<>(~);«@»");
                case HOLDER -> List.of("@ = ~;«@»", "@ = new Box(~.list(), 4);«@»");
                default -> List.of("@ = ~;«@»");
            };
        }
        if (from == Kind.LIST && to == Kind.HOLDER) {
            return List.of("@ = new Box(~, 2);«@»");
        } else if (from == Kind.HOLDER && to == Kind.LIST) {
            return List.of("@ = ~.list();«@»");
        } else if (from == Kind.OBJECTS && to == Kind.OBJECT) {
            return List.of("if (!~.isEmpty()) { @ = ~.get(0);«@» }", "for (Acc one : ~) { @ = one;«@» }");
        } else if (from == Kind.INDEX && to == Kind.OBJECTS) {
            return List.of("@ = new ArrayList<>(~.values());«@»");
        } else if (!usable) {
            return List.of();
        } else if (from == Kind.OBJECT && to == Kind.OBJECTS) {
            return List.of("@.add(~);", "@.add(~); @.add(~);");
        } else if (from == Kind.OBJECT && to == Kind.INDEX) {
            return List.of("@.put(\"e\", ~);");
        } else if (from == Kind.OBJECTS && to == Kind.INDEX) {
            return List.of("for (Acc one : ~) { @.put(\"f\", one); }");
        } else if (from == Kind.LIST && to == Kind.LISTS) {
            return List.of("@.put(\"e\", ~);");
        } else if (from == Kind.LISTS && to == Kind.LIST) {
            return List.of("if (~.containsKey(\"d\")) { @ = ~.get(\"d\");«@» }");
        } else if (from == Kind.LIST && to == Kind.HOLDERS) {
            return List.of("@.add(new Box(~, 3));");
        }
        return List.of();
    }
}
