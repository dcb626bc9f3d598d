package dev.cairn.processor.rule.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void listsNames() {
        assertThat(Text.quoted(List.of())).isEmpty();
        assertThat(Text.quoted(List.of("a"))).isEqualTo("`a`");
        assertThat(Text.quoted(List.of("a", "b"))).isEqualTo("`a` and `b`");
        assertThat(Text.quoted(List.of("a", "b", "c"))).isEqualTo("`a`, `b` and `c`");
    }

    @Test
    void findsTheNameThatWasMeant() {
        List<String> names = List.of("start", "train", "join", "bestAccuracy", "end");
        assertThat(Text.similar("trian", names)).contains("train");
        assertThat(Text.similar("tain", names)).contains("train");
        assertThat(Text.similar("bestAcuracies", names)).contains("bestAccuracy");
        assertThat(Text.similar("END", names)).contains("end");
    }

    @Test
    void suggestsNothingSilly() {
        List<String> names = List.of("start", "a", "b", "train", "end");
        assertThat(Text.similar("c", names)).isEmpty();
        assertThat(Text.similar("finish", names)).isEmpty();
        assertThat(Text.similar("strain", List.of("end"))).isEmpty();
        assertThat(Text.similar("start", List.of("start"))).isEmpty();
    }
}
