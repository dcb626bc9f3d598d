package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;

/** Private artifacts: a field that is {@code transient}, or named {@code _likeThis}, lives for one task and is never stored. */
@Flow
public class PrivateArtifacts {
    transient StringBuilder scratch;
    String _tempData;
    String importantData;
    boolean forgotten;

    @Step(next = "end")
    void start() {
        scratch = new StringBuilder("not ");
        _tempData = scratch.append("saved").toString();
        importantData = "saved, and not \"" + _tempData + "\"";
    }

    @Step
    void end() {
        forgotten = scratch == null && _tempData == null;
    }
}
