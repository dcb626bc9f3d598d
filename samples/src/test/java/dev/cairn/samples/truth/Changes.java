package dev.cairn.samples.truth;

import java.util.List;

/** Statements that change a value in place. */
final class Changes {
    private Changes() {}

    /** Such a statement for what {@code value}, an expression without effects, holds. */
    static String of(Kind kind, String value, Draw draw) {
        int number = draw.below(10);
        return draw.one(all(kind, draw))
                .replaceAll("\\beach\\b", draw.name("each"))
                .replace("~", value)
                .replace("%", String.valueOf(number));
    }

    private static List<String> all(Kind kind, Draw draw) {
        return switch (kind) {
            case LIST ->
                List.of(
                        "~.add(%);",
                        "~.add(%);",
                        "~.addAll(List.of(%, 4));",
                        "~.add(0, %);",
                        "Collections.addAll(~, %, 5);",
                        "~.clear();",
                        "~.replaceAll(each -> each + %);",
                        "~.removeIf(each -> each < %);",
                        "if (!~.isEmpty()) { ~.set(0, %); }",
                        "if (!~.isEmpty()) { ~.remove(0); }",
                        "Collections.sort(~);",
                        "Collections.reverse(~);",
                        "~.subList(0, ~.size()).clear();",
                        "List.of(%, 6).forEach(~::add);",
                        "List.of(%).forEach(each -> ~.add(each));",
                        "for (var each = ~.listIterator(); each.hasNext(); ) { each.set(each.next() + %); }",
                        "for (var each = ~.iterator(); each.hasNext(); ) { each.next(); each.remove(); }");
            case SET ->
                List.of(
                        "~.add(% & 3);",
                        "~.addAll(Set.of(% & 3));",
                        "~.remove(%);",
                        "~.clear();",
                        "~.removeIf(each -> each < %);",
                        "Set.of(% & 3).forEach(~::add);",
                        "Collections.addAll(~, % & 3);");
            case MAP ->
                List.of(
                        "~.put(\"d\", %);",
                        "~.put(\"f\", %);",
                        "~.merge(\"d\", %, Integer::sum);",
                        "~.putIfAbsent(\"e\", %);",
                        "~.computeIfAbsent(\"g\", key -> %);",
                        "~.compute(\"d\", (key, old) -> old == null ? 1 : old + %);",
                        "~.remove(\"d\");",
                        "~.putAll(Map.of(\"e\", %));",
                        "~.replaceAll((key, old) -> old + %);",
                        "~.keySet().remove(\"d\");",
                        "~.values().removeIf(each -> each < %);",
                        "~.entrySet().removeIf(each -> each.getValue() > %);",
                        "for (var each : ~.entrySet()) { each.setValue(each.getValue() + %); }",
                        "~.entrySet().forEach(each -> each.setValue(%));",
                        "~.clear();");
            case ARRAY ->
                List.of(
                        "~[0] += %;",
                        "~[1] = %;",
                        "~[0]++;",
                        "--~[1];",
                        "Arrays.fill(~, %);",
                        "System.arraycopy(new int[] {%, 7}, 0, ~, 0, 2);",
                        "Arrays.setAll(~, index -> index * %);",
                        "for (int index = 0; index < ~.length; index++) { ~[index] += %; }",
                        "Arrays.sort(~);");
            case OBJECT ->
                List.of(
                        "~.inc();",
                        "~.n += %;",
                        "~.n = %;",
                        "~.n++;",
                        "~.setN(%);",
                        "~.twice().inc();",
                        "~.more(%, 1);",
                        "List.of(1, 2).forEach(each -> ~.inc());",
                        "IntStream.range(0, 2).forEach(~::add);");
            case OBJECTS ->
                List.of(
                        "~.add(new Acc(%));",
                        "~.forEach(Acc::inc);",
                        "~.stream().forEach(Acc::inc);",
                        "for (Acc each : ~) { " + of(Kind.OBJECT, "each", draw) + " }",
                        "if (!~.isEmpty()) { " + of(Kind.OBJECT, "~.get(0)", draw) + " }",
                        "for (int index = 0; index < ~.size(); index++) { ~.get(index).setN(index); }",
                        "~.stream().filter(each -> each.n < %).forEach(each -> each.setN(%));",
                        "~.stream().findFirst().ifPresent(each -> each.inc());",
                        "for (var each = ~.iterator(); each.hasNext(); ) { each.next().inc(); }");
            case INDEX ->
                List.of(
                        "~.put(\"d\", new Acc(%));",
                        "~.values().forEach(Acc::inc);",
                        "~.computeIfAbsent(\"e\", key -> new Acc()).inc();",
                        "for (var each : ~.entrySet()) { each.getValue().setN(%); }",
                        "for (Acc each : ~.values()) { " + of(Kind.OBJECT, "each", draw) + " }",
                        "if (~.containsKey(\"d\")) { ~.get(\"d\").inc(); }",
                        "~.forEach((key, each) -> each.setN(%));");
            case LISTS ->
                List.of(
                        "~.computeIfAbsent(\"d\", key -> new ArrayList<>()).add(%);",
                        "~.put(\"f\", new ArrayList<>(List.of(%)));",
                        "~.values().forEach(each -> each.add(%));",
                        "for (List<Integer> each : ~.values()) { " + of(Kind.LIST, "each", draw) + " }",
                        "if (~.containsKey(\"d\")) { ~.get(\"d\").add(%); }",
                        "~.forEach((key, each) -> each.add(%));",
                        "for (var each : ~.entrySet()) { each.getValue().add(%); }");
            case HOLDER -> List.of(of(Kind.LIST, "~.list()", draw), "~.list().add(%);");
            case HOLDERS ->
                List.of(
                        "~.add(new Box(new ArrayList<>(), %));",
                        "for (Box each : ~) { each.list().add(%); }",
                        "if (!~.isEmpty()) { ~.get(0).list().add(%); }",
                        "~.forEach(each -> each.list().add(%));");
            case COMPILED -> List.of("~.inc();", "~.setN(%);", "~.inc();", "Tally.bump(~);");
            case COMPILED_ONES ->
                List.of(
                        "~.forEach(Tally::inc);",
                        "~.get(0).inc();",
                        "~.add(new Tally(%));",
                        "for (Tally each : ~) { each.setN(%); }");
            case NUMBER, TEXT -> throw new IllegalArgumentException(kind + " does not change");
        };
    }

    /** A statement that changes an element of a foreach over this kind, or what it holds. */
    static String ofItem(Kind holder, String item, Draw draw) {
        Kind element = holder.element();
        return switch (holder) {
            case MAP -> item + ".setValue(" + draw.below(10) + ");";
            case INDEX, LISTS -> of(element, item + ".getValue()", draw);
            default -> of(element, item, draw);
        };
    }

    /** Whether elements of this kind can be changed. */
    static boolean canChangeItem(Kind holder) {
        return holder == Kind.MAP || holder.element() != null;
    }
}
