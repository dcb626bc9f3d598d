package dev.cairn.samples.failures;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;
import dev.cairn.Timeout;

/** A flow whose second or third step does harm. */
@Flow
class Hurting {
    @Parameter(help = "what step `hurt` does")
    String harm = "none";

    @Parameter(help = "what step `timed` does")
    String slow = "none";

    @Parameter(help = "the directory of the datastore")
    String directory = "";

    int value;

    @Step(next = "hurt")
    void start() {
        value = 1;
    }

    @Step(next = "timed")
    void hurt() throws Exception {
        Harm.doIt(harm, directory);
    }

    @Step(next = "end")
    @Timeout("PT1S")
    void timed() throws Exception {
        Harm.doIt(slow, directory);
    }

    @Step
    void end() {}
}
