package ecobot.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Cuts the connection of a call that was marked for it, without an answer. Only a valve gets at the connection. */
final class Scissors extends ValveBase {

    private static final String MARK = Scissors.class.getName();

    Scissors() {
        super(true);
    }

    /** Marks a call. */
    static void cut(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean isCut(ServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(MARK) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
        }
    }
}
