package dev.cairn.samples.isolation;

import dev.cairn.Flow;
import dev.cairn.Parameter;
import dev.cairn.Step;

/** A flow with a secret, and another parameter. */
@Flow
class Confidential {
    @Parameter(secret = true)
    String token = "";

    @Parameter
    String region = "";

    int length;
    String command;
    boolean inEnvironment;

    @Step(next = "end")
    void start() {
        System.out.println("the token is " + token + " in " + region);
        length = token.length();
        command = ProcessHandle.current().info().commandLine().orElse("");
        inEnvironment = System.getenv().containsValue(token);
    }

    @Step
    void end() {}
}
