package ecobot.console;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Pages come from {@code templates/}; a file of the same name in the override folder wins. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleSettings.class)
class ConsoleTemplates {

    @Bean
    SpringResourceTemplateResolver overriddenPages(
            ApplicationContext context, @Value("${ecobot.templates.folder:}") String folder) {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setApplicationContext(context);
        resolver.setOrder(1);
        resolver.setCheckExistence(true);
        resolver.setCacheable(false);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setPrefix(folder.isBlank() ? "classpath:/templates/overridden/" : "file:" + folder + "/");
        resolver.setSuffix(".html");
        return resolver;
    }
}
