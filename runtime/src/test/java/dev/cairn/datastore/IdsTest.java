package dev.cairn.datastore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids come from users and from other machines, and datastores make names of them. */
class IdsTest {
    @Test
    void anIdCannotNameAPath() {
        for (String text :
                List.of("../../etc/passwd", "", "20261123T211357042-k3f9x2d/", "20261123T211357042-k3f9x2dq\0")) {
            assertThatThrownBy(() -> new RunId(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`" + text + "` is not a run id, which looks like 20261123T211357042-k3f9x2dq");
        }
        for (String text : List.of("../start", "a/b", "", "a b", "a\0")) {
            assertThatThrownBy(() -> TaskId.of(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`" + text + "` is not the name of a step");
        }
    }
}
