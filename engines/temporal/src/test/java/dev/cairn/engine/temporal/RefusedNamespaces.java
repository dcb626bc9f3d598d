package dev.cairn.engine.temporal;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import java.util.Map;

/**
 * Lets a server have no namespace {@code missing}, and no right to {@code forbidden}, and answer as a real one does. The server for tests
 * takes any.
 */
final class RefusedNamespaces implements ServerInterceptor {
    private static final Map<String, Status> REFUSALS = Map.of(
            "missing", Status.NOT_FOUND.withDescription("Namespace missing is not found."),
            "forbidden", Status.PERMISSION_DENIED.withDescription("Request unauthorized."));

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            private boolean refused;

            @Override
            public void onMessage(A message) {
                Status refusal = message instanceof StartWorkflowExecutionRequest start
                        ? REFUSALS.get(start.getNamespace())
                        : null;
                if (refusal != null) {
                    refused = true;
                    call.close(refusal, new Metadata());
                } else {
                    super.onMessage(message);
                }
            }

            @Override
            public void onHalfClose() {
                if (!refused) {
                    super.onHalfClose();
                }
            }
        };
    }
}
