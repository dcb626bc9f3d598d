package dev.cairn.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.ArtifactModel.Elements;
import dev.cairn.processor.model.StoredType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            List<String> | ITERABLE String
            ArrayDeque<? extends Number> | ITERABLE Number
            Iterable<?> | ITERABLE Object
            List | ITERABLE Object
            java.nio.file.Path | ITERABLE Path
            Batch | ITERABLE Map.Entry<String, Integer>
            String[] | ARRAY String
            int[] | ARRAY Integer
            double[][] | ARRAY double[]
            int | RANGE Integer
            Map<String, ? extends Number> | MAP Map.Entry<String, Number>
            java.util.concurrent.ConcurrentHashMap<String, int[]> | MAP Map.Entry<String, int[]>
            Properties | MAP Map.Entry<Object, Object>
            Integer | none
            long | none
            String | none
            Optional<String> | none
            """)
    void elements(String type, String expected) {
        assertThat(elements(type + " x; interface Batch extends Iterable<Map.Entry<String, Integer>> {}")
                        .map(elements -> elements.shape() + " " + elements.type())
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @Test
    void elementsOfPrimitivesAreStoredAsSuch() {
        for (String field : new String[] {"int[] x;", "int x;"}) {
            assertThat(elements(field).orElseThrow().stored())
                    .isInstanceOfSatisfying(StoredType.BuiltIn.class, stored -> {
                        assertThat(stored.constant()).isEqualTo("INT");
                        assertThat(stored.type()).hasToString("int");
                    });
        }
    }

    @Test
    void elementsThatCannotBeStored() {
        StoredType stored = elements("Batch x; interface Batch extends Iterable<Thread> {}")
                .orElseThrow()
                .stored();

        assertThat(((StoredType.Unstorable) stored).obstacles())
                .extracting(StoredType.Obstacle::reason)
                .containsExactly("`Thread` is a thread, which lives in one process only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            List<Integer> | Integer | true
            List<Integer> | int | true
            List<Integer> | long | true
            List<Integer> | double | true
            List<Integer> | Number | true
            List<Integer> | Object | true
            List<Integer> | Long | false
            List<Integer> | short | false
            List<Integer> | String | false
            int[] | int | true
            int[] | Integer | true
            int[] | long | true
            int[] | Object | true
            int | int | true
            int | String | false
            List<? extends List<String>> | Collection<? extends CharSequence> | true
            List<List<String>> | List<Object> | false
            Map<String, Integer> | Map.Entry<String, Integer> | true
            Map<String, Integer> | Map.Entry<String, Long> | false
            Map<String, Integer> | String | false
            List<Missing> | String | true
            List<String> | Missing | true
            String | String | false
            """)
    void assignmentConversion(String artifact, String parameter, boolean expected) {
        AtomicBoolean accepted = new AtomicBoolean();
        FlowReading.read(
                artifact + " x; void step(" + parameter + " item) {}",
                (reader, flow) -> accepted.set(reader.acceptsElement(FlowReading.field(flow, "x"), parameter(flow))));

        assertThat(accepted.get()).isEqualTo(expected);
    }

    private static VariableElement parameter(TypeElement flow) {
        ExecutableElement step =
                ElementFilter.methodsIn(flow.getEnclosedElements()).get(0);
        return step.getParameters().get(0);
    }

    private static Optional<Elements> elements(String members) {
        Object[] elements = new Object[1];
        FlowReading.read(
                members,
                (reader, flow) -> elements[0] =
                        reader.elements(FlowReading.field(flow, "x")).orElse(null));
        return Optional.ofNullable((Elements) elements[0]);
    }
}
