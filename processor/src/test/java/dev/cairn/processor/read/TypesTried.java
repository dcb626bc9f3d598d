package dev.cairn.processor.read;

import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.model.StoredType;
import dev.cairn.processor.write.LoadedCodecs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles types as artifacts of a flow, and stores the values of those that the processor lets pass. */
final class TypesTried {
    /** How many are compiled together. */
    private static final int BATCH = 100;

    private static final String IMPORTS = """
            package com.acme;

            import com.google.common.collect.*;
            import dev.cairn.Flow;
            import java.awt.image.BufferedImage;
            import java.io.*;
            import java.lang.reflect.Method;
            import java.math.*;
            import java.net.*;
            import java.net.http.HttpClient;
            import java.nio.*;
            import java.nio.charset.*;
            import java.nio.file.Path;
            import java.security.SecureRandom;
            import java.text.SimpleDateFormat;
            import java.time.*;
            import java.time.format.DateTimeFormatter;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.ReentrantLock;
            import java.util.function.*;
            import java.util.logging.Logger;
            import java.util.regex.Pattern;
            import java.util.stream.*;

            """;

    private final String declarations;

    /** With the classes, records and methods that the cases use; the methods are members of the class of the values. */
    TypesTried(String declarations) {
        this.declarations = declarations;
    }

    /** What becomes of each. */
    List<String> outcomes(List<TypeCase> cases) throws ReflectiveOperationException {
        List<String> outcomes = new ArrayList<>();
        for (int start = 0; start < cases.size(); start += BATCH) {
            outcomes.addAll(batch(cases.subList(start, Math.min(cases.size(), start + BATCH))));
        }
        return outcomes;
    }

    private List<String> batch(List<TypeCase> cases) throws ReflectiveOperationException {
        List<String> outcomes = refusals(cases);
        StringBuilder fields = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            if (outcomes.get(i).isEmpty()) {
                fields.append("    ").append(cases.get(i).type()).append(" x" + i + ";\n");
                values.append("    static Object x" + i + "() { " + cases.get(i).type() + " value = "
                        + cases.get(i).value() + "; return value; }\n");
            }
        }
        LoadedCodecs codecs = LoadedCodecs.of(
                JavaFileObjects.forSourceString("com.acme.Sample", source(fields.toString(), values.toString())));
        for (int i = 0; i < cases.size(); i++) {
            if (outcomes.get(i).isEmpty()) {
                Object value = codecs.call("com.acme.Sample$Values", "x" + i);
                outcomes.set(i, TypeOutcome.of(codecs.codec("com.acme.Sample", "X" + i), value));
            }
        }
        return outcomes;
    }

    private String source(String fields, String values) {
        return IMPORTS + "@Flow\nclass Sample {\n    class Inner {}\n\n" + fields + "\n"
                + declarations.replace("/* values */", values) + "}\n";
    }

    /** What the processor says of each; empty if nothing. */
    private List<String> refusals(List<TypeCase> cases) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < cases.size(); i++) {
            fields.append("    ").append(cases.get(i).type()).append(" x" + i + ";\n");
        }
        List<String> refusals = new ArrayList<>();
        FlowReading.readSource(source(fields.toString(), ""), (reader, flow) -> {
            for (int i = 0; i < cases.size(); i++) {
                refusals.add(
                        reader.stored(FlowReading.field(flow, "x" + i)) instanceof StoredType.Unstorable unstorable
                                ? unstorable.obstacles().stream()
                                        .map(TypesTried::text)
                                        .collect(Collectors.joining("; and ", "refused by the compiler: ", ""))
                                : "");
            }
        });
        return refusals;
    }

    private static String text(StoredType.Obstacle obstacle) {
        return (obstacle.reason() + "; " + obstacle.fix()).replace("\n", " ");
    }
}
