package dev.cairn.samples.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreeLevelsTest extends OnEachStore {
    private ThreeLevelsRun run;

    @BeforeEach
    void run() {
        run = ThreeLevelsRunner.builder().datastore(datastore).run();
    }

    @Test
    void eachLevelJoinsInItemOrder() {
        assertThat(run.end().labels()).containsExactly("north/n1/7@3", "north/n1/8@3", "north/n3/7@3", "north/n3/8@3");
    }

    @Test
    void theTasksOfAllLevelsComeInOneFlatList() {
        assertThat(run.shop()).hasSize(3);
        assertThat(run.good())
                .extracting(good -> good.label())
                .containsExactly("north/n1/7@3", "north/n1/8@3", "north/n3/7@3", "north/n3/8@3");
        assertThat(run.joinShops()).extracting(shops -> shops.labels().size()).containsExactly(4, 0);
    }
}
