package dev.cairn.engine.fingerprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A flow whose steps call methods of some classes, which call each other at random: static ones, overridden ones, and from lambdas.
 * Immutable; {@link #changed} makes another one.
 *
 * @param calls the methods that each method calls; the first {@code steps} are the steps
 * @param values the number that each method adds
 */
record RandomProgram(int steps, List<List<Integer>> calls, List<Integer> values, long seed) {
    private static final int CLASSES = 3;

    static RandomProgram of(long seed, int steps, int methods) {
        Random random = new Random(seed);
        List<List<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < steps + methods; i++) {
            calls.add(IntStream.range(0, random.nextInt(3))
                    .mapToObj(each -> steps + random.nextInt(methods))
                    .toList());
        }
        return new RandomProgram(
                steps, calls, calls.stream().map(each -> random.nextInt(100)).toList(), seed);
    }

    /** With another number in one method. */
    RandomProgram changed(int method) {
        List<Integer> others = new ArrayList<>(values);
        others.set(method, values.get(method) + 1000);
        return new RandomProgram(steps, calls, others, seed);
    }

    /** The steps that reach a method. */
    Set<String> reaching(int method) {
        Set<String> found = new TreeSet<>();
        for (int step = 0; step < steps; step++) {
            Set<Integer> seen = new TreeSet<>();
            List<Integer> open = new ArrayList<>(List.of(step));
            while (!open.isEmpty()) {
                int next = open.remove(open.size() - 1);
                if (seen.add(next)) {
                    open.addAll(calls.get(next));
                }
            }
            if (seen.contains(method)) {
                found.add("step" + step);
            }
        }
        return found;
    }

    String flow() {
        StringBuilder source =
                new StringBuilder("package com.acme;\nimport dev.cairn.Step;\nclass Trip {\nlong total;\n");
        for (int step = 0; step < steps; step++) {
            source.append("@Step void step").append(step).append("() {\ntotal = ");
            source.append(body(step)).append(";\n}\n");
        }
        return source.append("}\n").toString();
    }

    /** The sources by file name; the methods of a class come in an order of their own for each {@code order}. */
    Map<String, String> sources(long order) {
        Map<String, String> sources = new TreeMap<>(Map.of("Trip.java", flow()));
        for (int type = 0; type < CLASSES; type++) {
            List<String> methods = new ArrayList<>();
            for (int method = steps + type; method < calls.size(); method += CLASSES) {
                methods.add(method(method));
            }
            Collections.shuffle(methods, new Random(order));
            sources.put(
                    "Type" + type + ".java",
                    "package com.acme;\nclass Type" + type + " {\n" + String.join("\n", methods) + "}\n");
        }
        return sources;
    }

    private String method(int method) {
        String body = "{ return " + body(method) + "; }";
        if (isOverridden(method)) {
            return "interface I" + method + " { long of(); }\n"
                    + "static class C" + method + " implements I" + method + " { public long of() " + body + " }\n"
                    + "static I" + method + " i" + method + "() { return new C" + method + "(); }\n";
        }
        return "static long m" + method + "() " + body + "\n";
    }

    private static boolean isOverridden(int method) {
        return method % 4 == 0;
    }

    private String body(int method) {
        StringBuilder sum = new StringBuilder(values.get(method) + "L");
        for (int called : calls.get(method)) {
            String call = "Type" + (called - steps) % CLASSES
                    + (isOverridden(called) ? ".i" + called + "().of()" : ".m" + called + "()");
            sum.append(" + ")
                    .append(
                            called % 3 == 0
                                    ? "((java.util.function.LongSupplier) () -> " + call + ").getAsLong()"
                                    : call);
        }
        return sum.toString();
    }
}
