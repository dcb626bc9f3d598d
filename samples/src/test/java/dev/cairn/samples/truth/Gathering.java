package dev.cairn.samples.truth;

import java.util.List;

/** Statements with which a join gathers a number of each input in one artifact. */
final class Gathering {
    private Gathering() {}

    static List<String> into(Variable artifact, Variable number) {
        List<String> texts = switch (artifact.kind()) {
            case NUMBER ->
                List.of(
                        "for (var input : inputs) { @ += input.~();«@» }",
                        "for (var input : inputs) { @ = Math.max(@, input.~());«@» }",
                        "for (int at = 0; at < inputs.size(); at++) { @ += inputs.get(at).~();«@» }",
                        "inputs.forEach(input -> { @ += input.~();«@» });",
                        "@ = inputs.stream().mapToInt(input -> input.~()).sum();«@»");
            case LIST ->
                List.of(
                        "for (var input : inputs) { @.add(input.~()); }",
                        "for (var input : inputs) @.add(input.~());",
                        "inputs.forEach(input -> @.add(input.~()));",
                        "inputs.stream().map(input -> input.~()).forEach(@::add);",
                        "@.addAll(inputs.stream().map(input -> input.~()).toList());",
                        "for (int at = 0; at < inputs.size(); at++) { @.add(inputs.get(at).~()); }",
                        "{ var all = @; for (var input : inputs) { all.add(input.~()); } }",
                        "@ = new ArrayList<>();«@» for (var input : inputs) { @.add(input.~()); }");
            case MAP ->
                List.of(
                        "for (var input : inputs) { @.put(\"d\", input.~()); }",
                        "for (var input : inputs) { @.merge(\"e\", input.~(), Integer::sum); }",
                        "inputs.forEach(input -> @.merge(\"d\", input.~(), Integer::sum));");
            case SET -> List.of("for (var input : inputs) { @.add(input.~() & 3); }");
            case ARRAY ->
                List.of(
                        "for (var input : inputs) { @[0] += input.~(); }",
                        "{ int[] held = @; for (var input : inputs) { held[1] = input.~(); } }");
            case OBJECT ->
                List.of(
                        "for (var input : inputs) { @.n += input.~(); }",
                        "for (var input : inputs) { @.add(input.~()); }",
                        "inputs.stream().map(input -> input.~()).forEach(@::add);");
            case OBJECTS ->
                List.of(
                        "for (var input : inputs) { @.add(new Acc(input.~())); }",
                        "for (var input : inputs) { @.forEach(one -> one.add(input.~())); }");
            case INDEX ->
                List.of("for (var input : inputs) { @.computeIfAbsent(\"d\", key -> new Acc()).add(input.~()); }");
            case LISTS ->
                List.of(
                        "for (var input : inputs) { @.computeIfAbsent(\"d\", key -> new ArrayList<>()).add(input.~()); }");
            case HOLDER -> List.of("for (var input : inputs) { @.list().add(input.~()); }");
            case HOLDERS -> List.of("for (var input : inputs) { @.add(new Box(new ArrayList<>(), input.~())); }");
            case COMPILED -> List.of("for (var input : inputs) { @.setN(@.getN() + input.~()); }");
            default -> List.of();
        };
        return texts.stream()
                .map(text -> text.replace("~", number.name()).replace("@", artifact.name()))
                .toList();
    }
}
