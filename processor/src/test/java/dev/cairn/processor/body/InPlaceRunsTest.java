package dev.cairn.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.CompiledAgainst;
import dev.cairn.processor.RunningFlows;
import dev.cairn.processor.model.BodyModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random bodies that change values in place, against what happens when they run on plain objects: what an object that a field held
 * before the step has in it afterwards, and had before, differs only if the analysis said that the step may change it. By hand,
 * {@code -Dbodies.inPlace=2000 -Dbodies.seed=7} makes more of them, and the same ones again.
 */
final class InPlaceRunsTest {
    private static final int CLASSES = Integer.getInteger("bodies.inPlace", 5);
    private static final int STEPS = 150;
    private static final int RUNS = 4;

    private static final JavaFileObject COINS = JavaFileObjects.forSourceString("demo.Coins", """
            package demo;

            public class Coins {
                public static final java.util.Random RANDOM = new java.util.Random(0);
            }
            """);

    private static final String VALUES = """
            static boolean coin() { return Coins.RANDOM.nextBoolean(); }
            F fill() {
                names = new ArrayList<>(List.of("b", "a", "")); extra = new ArrayList<>(List.of("a", "c"));
                words = new HashSet<>(Set.of("v")); counts = new HashMap<>(Map.of("a", 1, "b", 2));
                groups = new HashMap<>(Map.of("a", new ArrayList<>(List.of(1)), "b", new ArrayList<>(List.of(2))));
                numbers = new int[] {1, 2, 3}; arrays = new ArrayList<>(List.of(new int[] {1}, new int[] {2}));
                box = box(1); other = box(2); boxes = new ArrayList<>(List.of(box(3), box(4), box(0)));
                row = new Row("r", new ArrayList<>(List.of(5)));
                rows = new ArrayList<>(List.of(new Row("s", new ArrayList<>(List.of(6)))));
                maybe = Optional.of(box(7)); bits = new BitSet(); plain = new Plain("p", 1);
                text = coin() ? "a" : "b"; n = coin() ? 1 : 2;
                return this;
            }
            static Box box(int n) { Box box = new Box(); box.n = n; box.tags.add("tag"); return box; }
            """;

    @Test
    void whatIsChangedWhenItRunsIsSaidToMayChange() throws ReflectiveOperationException {
        long seed = Long.getLong("bodies.seed", 20261129);
        Random random = new Random(seed);
        int proven = 0;
        int changed = 0;
        for (int number = 0; number < CLASSES; number++) {
            List<String> bodies = new ArrayList<>();
            StringBuilder members = new StringBuilder();
            for (int step = 0; step < STEPS; step++) {
                String body = InPlaceBody.of(random, 1 + 4 * number / CLASSES);
                bodies.add(body);
                members.append("@Step void s" + step + "() {\n" + body + "}\n");
            }
            String source = "@Flow @SuppressWarnings(\"unchecked\") class F {\n" + InPlaceBody.MEMBERS + VALUES
                    + members + "}\n";
            Map<String, BodyModel> models = models(source);
            Class<?> flow = load(source);
            for (int step = 0; step < STEPS; step++) {
                BodyModel model = models.get("s" + step);
                Set<String> real = new TreeSet<>();
                for (int run = 0; run < RUNS; run++) {
                    real.addAll(changed(flow, "s" + step));
                }
                assertThat(model.everything()).isFalse();
                assertThat(model.mayChange())
                        .as("seed %d\n%s", seed, bodies.get(step))
                        .containsAll(real);
                changed += real.size();
                proven += model.reads().size() - model.mayChange().size();
            }
        }
        assertThat(changed).as("changes").isGreaterThan(CLASSES * STEPS / 2);
        assertThat(proven).as("reads that only look").isGreaterThan(CLASSES * STEPS / 2);
    }

    private static Map<String, BodyModel> models(String source) {
        return Bodies.inRound(
                source,
                (environment, flow) -> new LinkedHashMap<>(BodyReader.of(environment)
                        .read(flow, 0, Bodies.artifacts(flow))
                        .models()),
                COINS);
    }

    private static Class<?> load(String source) throws ClassNotFoundException {
        Compilation compilation = CompiledAgainst.javac()
                .withOptions("-proc:none", "-nowarn")
                .compile(Bodies.file(source), Bodies.environment(), COINS);
        assertThat(compilation.errors()).as(source).isEmpty();
        return RunningFlows.loaded(compilation).loadClass("demo.F");
    }

    /** The artifacts whose object, the one from before, is another one in what it holds after the step. */
    private static Set<String> changed(Class<?> type, String step) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method fill = type.getDeclaredMethod("fill");
        fill.setAccessible(true);
        Object flow = fill.invoke(constructor.newInstance());
        Map<String, Object> objects = new TreeMap<>();
        Map<String, String> before = new TreeMap<>();
        for (var field : type.getDeclaredFields()) {
            boolean isArtifact =
                    !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
            if (isArtifact && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                objects.put(field.getName(), field.get(flow));
                before.put(field.getName(), content(field.get(flow)));
            }
        }
        Method method = type.getDeclaredMethod(step);
        method.setAccessible(true);
        try {
            method.invoke(flow);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(RuntimeException.class); // an index out of bounds, say: it ends there
        }
        Set<String> changed = new TreeSet<>();
        objects.forEach((name, object) -> {
            if (!content(object).equals(before.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static String content(Object value) {
        if (value instanceof int[] array) {
            return Arrays.toString(array);
        } else if (value instanceof List<?> list) {
            return list.stream().map(InPlaceRunsTest::content).toList().toString();
        } else if (value instanceof Collection<?> set) {
            return new TreeSet<>(set.stream().map(InPlaceRunsTest::content).toList()).toString();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, String> content = new TreeMap<>();
            map.forEach((key, entry) -> content.put(content(key), content(entry)));
            return content.toString();
        }
        return String.valueOf(value);
    }
}
