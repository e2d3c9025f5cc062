import numpy as np, matplotlib.pyplot as plt
fig,axes=plt.subplots(2,3,figsize=(12,7))
a=axes.flat
a=list(axes.flat)
a[0].errorbar([1,2,3,4],[2,3,2.5,4],yerr=[.2,.4,.1,.3],fmt='o-',capsize=3)
a[1].stem([1,2,3,4],[1,3,2,4])
a[2].plot([[1,2],[3,1],[2,4]]); a[2].margins(x=0)
a[3].hlines([1,2,3],0,[1,2,3],colors='purple'); a[3].vlines(1.5,0,3,linestyles='dashed')
a[4].fill_between([0,1,2],[0,1,0],[1,2,1],color='C2',alpha=.4,label='band'); a[4].legend()
a[5].plot([0,1],[0,1]); a[5].set_xticks([0,.5,1],['zero','half','one']); a[5].set_xlim(-.2,1.2); a[5].invert_yaxis(); a[5].spines[['top','right']].set_visible(False)
plt.tight_layout(); plt.show()
