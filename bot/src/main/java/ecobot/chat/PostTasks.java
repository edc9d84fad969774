package ecobot.chat;

import ecobot.outbox.Outbox;
import ecobot.roster.Roster;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.stereotype.Component;

/** Makes a scheduled task of every post, so that a post needs no word about schedules, groups or keys. */
@Component
class PostTasks implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var beans = (ConfigurableListableBeanFactory) registry;
        for (var post : beans.getBeanNamesForType(Post.class, false, false)) {
            var task = BeanDefinitionBuilder.genericBeanDefinition(PostTask.class, () -> task(beans, post));
            registry.registerBeanDefinition("task of " + post, task.getBeanDefinition());
        }
    }

    private static PostTask task(ConfigurableListableBeanFactory beans, String post) {
        return new PostTask(
                beans.getBean(post, Post.class),
                beans.getBean(PartContents.class),
                beans.getBean(Roster.class),
                beans.getBean(Outbox.class));
    }
}
