package dev.cairn.processor.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.docs.EvolutionRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The rows of {@code docs/evolution.md}: where the runtime refuses the value, the lock file has refused the change. */
class EvolutionRowsTest {
    /** Changes that this value survives, but not every value. */
    private static final Set<String> VALUE_DECIDES = Set.of("unboxed", "a constant removed that is not in the value");

    /** What a class makes of its final fields is in none of its types. */
    private static final Set<String> CLASS_DECIDES =
            Set.of("a final array that is longer now", "a constant that is another now");

    /** Which codec stored values before is said by a method. */
    private static final Set<String> CODEC_DECIDES = Set.of(
            "the same, and the codec names the former one",
            "the same, of a `Serializable` class",
            "the same, and the converter names the former codec",
            "the same, in a field whose codec names the former one");

    /** The same, of two codecs that store bytes of their own: nobody knows whether one reads the other's. */
    private static final Set<String> CODEC_MAY_DECIDE =
            Set.of("`@Codec` became a codec of another id, which names the former one");

    @Test
    void everyRowThatIsRefusedIsFoundAndNoOther() throws IOException {
        List<EvolutionRows.Change> changes = EvolutionRows.all();
        CompiledVersion before = CompiledVersion.of(sources(changes, true));
        CompiledVersion after = CompiledVersion.of(sources(changes, false));
        List<String> wrong = new ArrayList<>();
        for (EvolutionRows.Change change : changes) {
            String flow = change.flow();
            Comparison comparison = after.comparedWith(before.schemas(flow), flow);
            boolean refused = change.read().startsWith("refused: ") && !CLASS_DECIDES.contains(change.name())
                    || VALUE_DECIDES.contains(change.name())
                    || CODEC_DECIDES.contains(change.name())
                    || CODEC_MAY_DECIDE.contains(change.name());
            boolean certain = comparison.findings().stream().allMatch(Finding::isCertain);
            if (comparison.findings().isEmpty() == refused || certain == CODEC_MAY_DECIDE.contains(change.name())) {
                wrong.add(change.name() + ": " + comparison.findings());
            }
        }
        assertThat(wrong.stream().collect(Collectors.joining("\n"))).isEmpty();
        assertThat(changes)
                .extracting(EvolutionRows.Change::name)
                .containsAll(VALUE_DECIDES)
                .containsAll(CLASS_DECIDES)
                .containsAll(CODEC_DECIDES)
                .containsAll(CODEC_MAY_DECIDE);
    }

    private static JavaFileObject[] sources(List<EvolutionRows.Change> changes, boolean storing) {
        return changes.stream()
                .flatMap(change -> change.sources(storing).stream())
                .toArray(JavaFileObject[]::new);
    }
}
