package dev.cairn.processor.body.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.model.MergeCall.Selection;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** What a call of {@code mergeInto} may merge, and what is assigned before it. */
class MergeFoundTest {
    private static final Place HERE = Piece.place();

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return set;
    }

    private static MergeFound merge(Selection selection, BitSet named) {
        return new MergeFound(selection, named, set(1), set(1, 2), HERE);
    }

    @Test
    void aCallMergesWhatItNamesOrAllElse() {
        BitSet artifacts = set(0, 1, 2);
        assertThat(merge(Selection.ONLY, set(1, 7)).selected(artifacts)).isEqualTo(set(1, 7));
        assertThat(merge(Selection.EXCEPT, set(1, 7)).selected(artifacts)).isEqualTo(set(0, 2));
        assertThat(merge(Selection.ALL, set()).selected(artifacts)).isEqualTo(set(0, 1, 2));
        assertThat(merge(Selection.UNKNOWN, set(1)).selected(artifacts)).isEqualTo(set(0, 1, 2));
        assertThat(artifacts).isEqualTo(set(0, 1, 2));
    }

    @Test
    void codeBeforeItAssignsBeforeIt() {
        MergeFound call = merge(Selection.ALL, set());
        MergeFound after = call.after(set(3), set(3, 4));
        assertThat(after).isEqualTo(new MergeFound(Selection.ALL, set(), set(1, 3), set(1, 2, 3, 4), HERE));
        assertThat(call).isEqualTo(merge(Selection.ALL, set()));
    }
}
