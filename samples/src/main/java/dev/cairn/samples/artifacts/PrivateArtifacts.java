package dev.cairn.samples.artifacts;

import dev.cairn.Flow;
import dev.cairn.Step;

/**
 * Private artifacts: a field that is {@code transient}, or named {@code _likeThis}, lives for one task and is never stored. That
 * {@code end} reads {@code scratch} or {@code _tempData} without assigning it first would be an error of the compiler.
 */
@Flow
public class PrivateArtifacts {
    transient StringBuilder scratch;
    String _tempData;
    String importantData;
    int length;

    @Step(next = "end")
    void start() {
        scratch = new StringBuilder("not ");
        _tempData = scratch.append("saved").toString();
        importantData = "saved, and not \"" + _tempData + "\"";
    }

    @Step
    void end() {
        scratch = new StringBuilder(importantData); // another task, another value
        length = scratch.length();
    }
}
