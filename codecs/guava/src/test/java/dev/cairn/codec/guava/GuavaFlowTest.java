package dev.cairn.codec.guava;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Range;
import dev.cairn.datastore.Datastore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A flow that was compiled with nothing but the dependency added. */
class GuavaFlowTest {
    @Test
    void passesValuesOnAndStoresWhatStepsChange() {
        GuavaFlowRun run =
                GuavaFlowRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.end().weighed()).isEqualTo("[Ida 2, Ole 2]");
        assertThat(run.start().nested()).isEqualTo(List.of(ImmutableSet.of(Range.closed(1, 2))));
        assertThat(run.start().hashMultiset()).isEqualTo(HashMultiset.create(List.of("a", "a", "b")));
        assertThat(run.weigh())
                .allSatisfy(task -> assertThat(task.hashMultiset().count("a")).isEqualTo(3));
    }

    @Test
    void storesWhatGuavaSerializesInAClassOfItsOwn() {
        GuavaFlowRun run =
                GuavaFlowRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.start().serialized()).isEqualTo(ImmutableList.of("ice", "fish"));
        assertThat(run.start().task().artifact("serialized").tree())
                .hasToString("<com.google.common.collect.ImmutableList, 161 bytes, only readable with class"
                        + " com.google.common.collect.ImmutableList>");
        assertThat(run.start().task().artifact("serialized").shownTree())
                .hasToString("<com.google.common.collect.ImmutableList, 161 bytes: [ice, fish]>");
        assertThat(run.start().seen().mightContain("ice")).isTrue();
        assertThat(run.start().seen().mightContain("fish")).isFalse();
    }

    @Test
    void showsItsArtifactsAsTheirForms() {
        GuavaFlowRun run =
                GuavaFlowRunner.builder().datastore(Datastore.inMemory()).run();

        assertThat(run.start().task().artifact("hashMultiset").tree()).hasToString("{\"a\": 2, \"b\": 1}");
    }
}
